import type { MyWork, QueuePage, Workspace } from '@firstline/contract/tasks.ts';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Answer, Door } from '@firstline/situations/played/doors.ts';
import type { Asking, Ledger } from './ledger.ts';
import type { Person } from '@firstline/situations/played/people.ts';

export type Shift = {
  door: Door;
  ledger: Ledger;
  chance: () => number;
  /** Whether everybody shall come to a stop after the answer they are waiting for. */
  isOver: () => boolean;
  /** Heard of each answered command. */
  answered: (asking: Asking) => void;
};

const RETRY_MS = 40;

/**
 * Works as a person does: one thing at a time, and whatever got no answer is asked again under its key until it gets
 * one. Ends with nothing unanswered.
 */
export const workShift = async (shift: Shift, person: Person): Promise<void> => {
  while (!shift.isOver()) {
    const held = (await read<MyWork>(shift, person, 'tasks.mine'))?.held[0]?.id ?? (await claimOne(shift, person));
    if (held) await workOn(shift, person, held);
    else await pause(RETRY_MS);
  }
};

const claimOne = async (shift: Shift, person: Person): Promise<string | undefined> => {
  const page = await read<QueuePage>(shift, person, 'tasks.waiting?limit=10');
  const card = page?.cards[Math.floor(shift.chance() * page.cards.length)];
  if (!card) return undefined;
  return (await command(shift, person, 'tasks.claim', { taskId: card.id })).status === 200 ? card.id : undefined;
};

type Step = (shift: Shift, person: Person, taskId: string) => Promise<unknown>;

const note: Step = (shift, person, taskId) =>
  command(shift, person, 'tasks.note', { taskId, discussed: `Looked at it: ${randomUUID()}.`, agreed: 'A visit.' });

const subTask: Step = async (shift, person, taskId) => {
  const answer = await command(shift, person, 'tasks.addSubTask', { taskId, title: `Call back ${randomUUID()}` });
  const added = doneOf(answer)[0]?.subTaskId;
  if (added && shift.chance() < 0.7) await command(shift, person, 'tasks.tickSubTask', { taskId, subTaskId: added, done: true });
  if (added && shift.chance() < 0.2) await command(shift, person, 'tasks.removeSubTask', { taskId, subTaskId: added });
};

const reply: Step = async (shift, person, taskId) => {
  const known = await read<Workspace>(shift, person, `tasks.workspace?taskId=${taskId}`);
  if (!known?.conversation.address) return;
  const mail = { taskId, to: known.conversation.address, subject: 'Re: Furnace', body: `We come on Tuesday. ${randomUUID()}` };
  await command(shift, person, 'tasks.view', { taskId, part: 'summary' });
  await command(shift, person, 'tasks.reply', mail);
};

const tried: Step = (shift, person, taskId) =>
  command(shift, person, 'tasks.logAttempt', { taskId, channel: 'call', address: '+1 555 010 2231', result: 'no-answer' });

const STEPS: Step[] = [note, subTask, reply, reply, tried];

const ENDS: Step[] = [
  (shift, person, taskId) => command(shift, person, 'tasks.return', { taskId }),
  (shift, person, taskId) => command(shift, person, 'tasks.escalate', { taskId, category: 'billing', reason: 'complex-billing', issue: 'Was charged twice.' }),
  async (shift, person, taskId) => {
    await note(shift, person, taskId);
    // Refused where the customer has written meanwhile: a refusal is an answer like any other.
    const { status } = await command(shift, person, 'tasks.resolve', {
      taskId, reason: 'provided-information', solution: 'Told the price of a visit.', confirmed: 'yes', thanked: true,
    });
    if (status !== 200) await command(shift, person, 'tasks.return', { taskId });
  },
];

const workOn = async (shift: Shift, person: Person, taskId: string): Promise<void> => {
  for (let steps = 1 + Math.floor(shift.chance() * 4); steps > 0 && !shift.isOver(); steps--)
    await STEPS[Math.floor(shift.chance() * STEPS.length)]?.(shift, person, taskId);
  if (shift.isOver()) return;
  const end = shift.chance();
  await ENDS[end < 0.25 ? 0 : end < 0.32 ? 1 : 2]?.(shift, person, taskId);
};

/** Asks until there is an answer: 5xx and a broken line are none. */
const command = async ({ door, ledger, answered }: Shift, { id, cookie }: Person, name: string, input: object) => {
  const asking: Asking = { personId: id, key: randomUUID(), command: name, tries: 0, askedAt: 0 };
  for (;;) {
    ledger.asked(asking);
    const answer = await door({ path: name, body: input, cookie, key: asking.key });
    if (answer && answer.status < 500) {
      ledger.told(asking, answer.status, answer.body);
      answered(asking);
      return answer;
    }
    await pause(RETRY_MS);
  }
};

const read = async <Said>({ door, isOver }: Shift, { cookie }: Person, path: string): Promise<Said | undefined> => {
  while (!isOver()) {
    const answer = await door({ path, cookie });
    if (answer?.status === 200) return JSON.parse(answer.body) as Said;
    if (answer?.status === 404) return undefined;
    await pause(RETRY_MS);
  }
  return undefined;
};

const doneOf = (answer: NonNullable<Answer>): { subTaskId?: string }[] =>
  answer.status === 200 ? (JSON.parse(answer.body) as { done: { subTaskId?: string }[] }).done : [];
