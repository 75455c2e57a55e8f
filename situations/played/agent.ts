import type { MyWork, QueuePage, Workspace } from '@firstline/contract/tasks.ts';
import { TEAMS } from '@firstline/domain/tasks/escalation-lists.ts';
import { standsAbove } from '@firstline/domain/tasks/escalation.ts';
import type { Role } from '@firstline/domain/desk/role.ts';
import { randomUUID } from 'node:crypto';
import { oneOf } from './chance.ts';
import type { Door } from './doors.ts';
import type { Person } from './people.ts';

export type Shift = {
  door: Door;
  next: () => number;
  /** Waits for so many seconds of the played day. */
  passes: (seconds: number) => Promise<void>;
  isOver: () => boolean;
  /** A task that two shall reach for at once. */
  race: () => string | undefined;
  /** Whether this person sleeps; who is tired falls asleep over a task. */
  sleeps: (name: string, over?: 'task') => boolean;
  heard: (name: string, command: string, status: number) => void;
};

export type Player = Person & { name: string; roles: Role[] };

/** Works as a person at the desk does: takes what stands first, reads, notes, answers, and ends it the right way. */
export const playShift = async (shift: Shift, player: Player): Promise<void> => {
  while (!shift.isOver()) {
    if (shift.sleeps(player.name)) {
      await shift.passes(30);
      continue;
    }
    const mine = await read<MyWork>(shift, player, 'tasks.mine');
    const taskId = mine?.held[0]?.id ?? mine?.parked.find(({ status }) => status === 'waiting')?.id;
    if (mine?.held[0]) await work(shift, player, mine.held[0].id);
    else if (!(taskId && (await claim(shift, player, taskId)) === 200)) await takeNext(shift, player);
  }
};

const takeNext = async (shift: Shift, player: Player): Promise<void> => {
  const page = await read<QueuePage>(shift, player, 'tasks.waiting?limit=10');
  const cards = (page?.cards ?? []).filter(({ status }) => standsAbove(player, TEAMS) === (status === 'escalated'));
  const taskId = shift.race() ?? cards[0]?.id;
  if (!taskId || (await claim(shift, player, taskId)) !== 200) return shift.passes(10 + shift.next() * 20);
  if (shift.next() < 0.05) await ask(shift, player, 'tasks.undoClaim', { taskId });
};

const claim = (shift: Shift, player: Player, taskId: string) => ask(shift, player, 'tasks.claim', { taskId });

const work = async (shift: Shift, player: Player, taskId: string): Promise<unknown> => {
  const known = await read<Workspace>(shift, player, `tasks.workspace?taskId=${taskId}`);
  if (!known) return shift.passes(5);
  const { task, conversation } = known;
  for (const part of ['summary', 'subTasks', 'conversation']) {
    await ask(shift, player, 'tasks.view', { taskId, part });
    await shift.passes(3 + shift.next() * 8);
  }
  if (shift.sleeps(player.name, 'task')) return;
  if (task.taskType === 'complaint' && !standsAbove(player, TEAMS))
    return ask(shift, player, 'tasks.escalate', { taskId, category: 'complaint', reason: 'complaint', issue: 'The customer is upset about a visit and asks for a manager.', tried: 'Read everything, no promise made.' });

  for (const { id } of task.subTasks.filter(({ done }) => !done).slice(0, 2)) await ask(shift, player, 'tasks.tickSubTask', { taskId, subTaskId: id, done: true });
  const kind = shift.next();
  if (kind < 0.08) return ask(shift, player, 'tasks.return', { taskId });
  await busy(shift, player, taskId, 30 + shift.next() * 120);
  if (shift.sleeps(player.name)) return;
  if (conversation.address)
    await ask(shift, player, 'tasks.reply', { taskId, to: conversation.address, subject: conversation.subject ? `Re: ${conversation.subject}` : 'Your message', body: oneOf(REPLIES, shift.next) });
  if (kind < 0.25) return ask(shift, player, 'tasks.park', { taskId });
  await shift.passes(5);
  return finish(shift, player, taskId);
};

const REPLIES = [
  'Thank you for writing. A visit costs 90, and Tuesday between eight and ten is free. Shall I put you down for it?',
  'Thank you. I have moved your appointment to Thursday morning; the technician calls half an hour before.',
  'Your visit is cancelled. Nothing is charged.',
  'I am sorry for the trouble. Somebody can be with you today between two and four.',
];

/** Types and moves, so that nobody asks whether they are still there. */
const busy = async (shift: Shift, player: Player, taskId: string, seconds: number): Promise<void> => {
  for (let left = seconds; left > 0 && !shift.isOver() && !shift.sleeps(player.name); left -= 30) {
    await ask(shift, player, 'tasks.stayActive', { taskId, ago: 0 });
    await shift.passes(Math.min(30, left));
  }
};

const finish = async (shift: Shift, player: Player, taskId: string): Promise<unknown> => {
  await ask(shift, player, 'tasks.note', { taskId, discussed: 'Answered the question and named a time.', agreed: 'The customer decides and writes again; nothing else is open.', mood: 'friendly' });
  const status = await ask(shift, player, 'tasks.resolve', { taskId, reason: 'provided-information', solution: 'The question was answered.', nextStep: 'The customer writes again if anything is left.', confirmed: 'yes', thanked: true });
  // The customer may have written meanwhile: then it goes back with everything that was done.
  return status === 200 ? status : ask(shift, player, 'tasks.return', { taskId });
};

const ask = async ({ door, heard }: Shift, { name, cookie }: Player, command: string, input: object): Promise<number> => {
  const answer = await door({ path: command, body: input, cookie, key: randomUUID() });
  const status = answer?.status ?? 0;
  heard(name, command, status);
  return status;
};

const read = async <Said>({ door }: Shift, { cookie }: Player, path: string): Promise<Said | undefined> => {
  const answer = await door({ path, cookie });
  return answer?.status === 200 ? (JSON.parse(answer.body) as Said) : undefined;
};
