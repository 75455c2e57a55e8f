import type { Me } from '@firstline/contract/desk.ts';
import type { QueuePage } from '@firstline/contract/tasks.ts';
import { setTimeout as pause } from 'node:timers/promises';
import { answer } from './home-services/letters.ts';
import { dayOf } from './home-services/day.ts';
import { playShift, type Player, type Shift } from './played/agent.ts';
import { chance } from './played/chance.ts';
import { doorsAt, yes } from './played/doors.ts';
import { writeTo, type Customers, type Got } from './played/mailbox.ts';
import { enter, takeOn } from './played/people.ts';

export type Day = {
  port: number;
  smtpPort: number;
  customers: Customers;
  admin: { email: string; password: string };
  /** The same seed is the same day, as far as people who work side by side allow. */
  seed: number;
  hours: number;
  mailsPerHour: number;
  /** How much faster than a clock the day is played. */
  speed: number;
  /** How much faster the desk's own clock runs; 1 but in tests. */
  clockSpeed?: number;
  /** Password of everybody who is played, so that somebody may look over their shoulder. */
  password: string;
  say: (text: string) => void;
};

/** Two who reached for one task: how many of them got it, and what the desk said to the lead, who is always free to take one. */
export type Race = { won: number; toLead: string };

export type Played = {
  /** Message-IDs of the mails that the desk took with 250. */
  mailed: string[];
  /** `command status` → how often it was answered so. */
  answers: Map<string, number>;
  /** The last race of the day, when there was one. */
  raced?: Race;
};

const PEOPLE: [name: string, initials: string, roles: Player['roles']][] = [
  ['Ana Reyes', 'AR', ['agent']],
  ['Ben Sato', 'BS', ['agent']],
  ['Cleo Marsh', 'CM', ['agent']],
  ['Tess Moor', 'TM', ['account-team']],
  ['Lea Moss', 'LM', ['supervisor']],
];
const SLEEPER = 'Ben Sato';
/**
 * Seconds of the desk's clock in which somebody who sleeps is asked, and loses their task: after 150, but where that clock
 * runs sixty times as fast each of the two may come a minute later, for the desk looks once a second.
 */
const NAP = 360;
const TO = 'support@house.example';

/** Plays a day of home services at a desk that runs: customers write by mail, agents work by the doors that screens use. */
export const playDay = async ({ port, smtpPort, customers, admin, seed, hours, mailsPerHour, speed, clockSpeed = 1, password, say }: Day): Promise<Played> => {
  const next = chance(seed);
  const door = doorsAt(port);
  const played: Played = { mailed: [], answers: new Map() };
  const players = await enrol(door, admin, password);
  const { seconds, moments } = dayOf(next, { hours, mailsPerHour });
  const passes = (playedSeconds: number) => pause((playedSeconds * 1000) / speed);
  let isOver = false;
  let aimedAt: string | undefined;
  let isTired = false;
  let napUntil = 0;
  const began = performance.now();
  const now = () => ((performance.now() - began) / 1000) * speed;

  const write = async (mail: Parameters<typeof writeTo>[1]): Promise<void> => void played.mailed.push(await writeTo(smtpPort, mail));
  const reply = async ({ rfcId, to, from, subject }: Got, automatic: boolean): Promise<void> => {
    await passes(60 + next() * 600);
    if (!isOver) await write({ from: to, to: from, subject: `Re: ${subject}`, text: automatic ? 'I am away until Monday and read my mail then.' : answer(next), answers: rfcId, automatic });
  };
  const replies: Promise<void>[] = [];
  customers.onGot((mail) => {
    const wish = next();
    if (mail.to.endsWith('@customer.example') && wish < 0.4) replies.push(reply(mail, wish < 0.05));
  });

  const shift: Shift = {
    door, next, passes,
    isOver: () => isOver,
    race: () => aimedAt,
    sleeps: (name, over) => {
      if (name !== SLEEPER) return false;
      if (over && isTired) {
        isTired = false;
        napUntil = now() + (NAP * speed) / clockSpeed;
        say(`${timeOf(now())} ${SLEEPER} is called away and leaves everything as it is.`);
      }
      return now() < napUntil;
    },
    heard: (_, command, status) => {
      const key = `${command} ${status}`;
      played.answers.set(key, (played.answers.get(key) ?? 0) + 1);
    },
  };
  const shifts = players.filter(({ name }) => name !== 'Lea Moss').map((player, n) => passes(n * 7).then(() => playShift(shift, player)));

  for (const moment of moments) {
    await passes(Math.max(0, moment.at - now()));
    if (moment.what === 'mail') {
      await write({ ...moment.letter, to: TO });
      say(`${timeOf(now())} ${moment.letter.fromName} writes: ${moment.letter.subject}`);
    } else if (moment.what === 'nap') {
      isTired = true;
    } else {
      played.raced = await race(door, players, (taskId) => (aimedAt = taskId));
      aimedAt = undefined;
      if (played.raced) say(`${timeOf(now())} Two reach for one task; ${played.raced.won === 1 ? 'one of them' : 'somebody who was quicker'} gets it.`);
    }
  }
  await passes(Math.max(0, seconds - now()));
  isOver = true;
  await Promise.all([...shifts, ...replies]);
  return played;
};

const enrol = async (door: ReturnType<typeof doorsAt>, admin: Day['admin'], password: string): Promise<Player[]> => {
  const cookie = await enter(door, admin.email, admin.password);
  const { queues } = await yes<Me>(door({ path: 'desk.me', cookie }));
  const players: Player[] = [];
  for (const [name, initials, roles] of PEOPLE) {
    const email = `${name.split(' ')[0]?.toLowerCase()}@house.example`;
    players.push({ ...(await takeOn(door, cookie, { name, initials, email, password, roles, queueIds: queues.map(({ id }) => id) })), name, roles });
  }
  return players;
};

/** Two people claim what stands first at the same moment, and whoever else is free reaches for it too. */
const race = async (door: ReturnType<typeof doorsAt>, players: Player[], aim: (taskId: string) => void): Promise<Race | undefined> => {
  const [lead, ...others] = [players.find(({ name }) => name === 'Lea Moss') as Player, ...players.filter(({ name }) => name === 'Cleo Marsh')];
  const page = await yes<QueuePage>(door({ path: 'tasks.waiting?limit=5', cookie: lead.cookie }));
  const taskId = page.cards.find(({ status }) => status === 'waiting')?.id;
  if (!taskId) return undefined;
  aim(taskId);
  const answers = await Promise.all([lead, ...others].map(({ cookie }) => door({ path: 'tasks.claim', body: { taskId }, cookie, key: `race-${taskId}-${cookie.slice(-8)}`.slice(0, 100) })));
  const won = answers.filter((answer) => answer?.status === 200).length;
  // The lead only wanted to see; what she got goes back.
  if (answers[0]?.status === 200) await door({ path: 'tasks.return', body: { taskId }, cookie: lead.cookie, key: `back-${taskId}` });
  return { won, toLead: answers[0]?.body ?? '' };
};

const timeOf = (seconds: number): string => new Date(8 * 3_600_000 + seconds * 1000).toISOString().slice(11, 16);
