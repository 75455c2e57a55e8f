import { ROLES, type Actor } from '@firstline/domain/desk/role.ts';
import type { ListItem } from '@firstline/domain/desk/list-item.ts';
import type { House } from '@firstline/domain/desk/house.ts';
import type { Change } from '@firstline/domain/desk/profiles/changes.ts';
import type { Person } from '@firstline/domain/desk/person.ts';
import type { Queue } from '@firstline/domain/desk/queue.ts';
import { policy, type Policy } from '@firstline/domain/policy.ts';
import { z } from 'zod';
import { listSetting } from './lists.ts';
import { commandSpec, EVERYBODY, id, line, moment, querySpec, text, type CommandSpec } from './spec.ts';

const initials = z
  .string()
  .regex(/^\p{L}[\p{L}\p{N}]{0,4}$/u, 'Use one to five letters or digits, a letter first.');
const email = z.email('Write a whole email address.').max(320);
const roles = z.array(z.enum(ROLES)).min(1).max(ROLES.length);
const queueIds = z.array(id).max(200);
const skillIds = z.array(id).max(100);
const needs = { criticality: id.optional(), skills: skillIds, answerMinutes: z.number().int().min(1).max(100_000).optional() };
const name = line(120).refine((value) => value.trim() !== '', 'Write a name.');

/** What may be asked about the people, queues and rules of the house. */
export const desk = {
  addPerson: commandSpec('desk.addPerson', ['administrator', 'system'], 'Adds a person; a link from `desk.inviteLink` lets them choose a password.', {
    name,
    email,
    initials,
    roles,
    queueIds,
  }),
  setRoles: commandSpec('desk.setRoles', ['administrator'], 'Says what a person may do.', { personId: id, roles }),
  setQueues: commandSpec('desk.setQueues', ['administrator'], 'Says which queues a person serves.', { personId: id, queueIds }),
  disablePerson: commandSpec('desk.disablePerson', ['administrator'], 'Takes every door from a person; their history stays.', { personId: id }),
  enablePerson: commandSpec('desk.enablePerson', ['administrator'], 'Gives a disabled person their doors back.', { personId: id }),
  openQueue: commandSpec('desk.openQueue', ['administrator', 'system'], 'Opens a queue.', {
    name,
    address: email.optional(),
  }),
  changeQueue: commandSpec('desk.changeQueue', ['administrator'], 'Changes several things of a queue at once, all of them or none; what is not named stays, and `null` takes it away.', {
    queueId: id,
    name: name.optional(),
    address: email.nullable().optional(),
    acknowledgement: text(2000).nullable().optional(),
    needs: z.strictObject(needs).optional(),
  }),
  renameQueue: commandSpec('desk.renameQueue', ['administrator'], 'Names a queue anew.', { queueId: id, name }),
  setQueueAddress: commandSpec('desk.setQueueAddress', ['administrator'], 'Says which address brings mail into a queue.', {
    queueId: id,
    address: email.optional(),
  }),
  setQueueNeeds: commandSpec('desk.setQueueNeeds', ['administrator'], 'Says how critical the work of a queue is, which skills it takes, and how soon a customer has an answer.', {
    queueId: id,
    ...needs,
  }),
  setQueueAcknowledgement: commandSpec('desk.setQueueAcknowledgement', ['administrator'], 'Says what whoever writes to a queue hears at once; without a text, nothing.', {
    queueId: id,
    text: text(2000).optional(),
  }),
  setSkills: commandSpec('desk.setSkills', ['administrator'], 'Says what a person can do.', { personId: id, skills: skillIds }),
  setRuleLevel: commandSpec('desk.setRuleLevel', ['administrator'], 'Says how a rule is kept, everywhere or in one queue; without a level it is as the house again, or as shipped.', {
    rule: line(80),
    level: z.enum(['enforced', 'warned', 'off']).optional(),
    queueId: id.optional(),
  }),
  setNumber: commandSpec('desk.setNumber', ['administrator'], 'Sets one of the numbers of the house.', {
    name: z.enum(Object.keys(policy) as [keyof Policy, ...(keyof Policy)[]]),
    value: z.number().int().min(1).max(1_000_000_000),
  }),
  applyProfile: commandSpec('desk.applyProfile', ['administrator', 'system'], 'Sets the levels, numbers, lists and queues of a kind of business.', { profile: line(40) }),
  setList: { name: 'desk.setList', who: ['administrator'], says: 'Replaces one of the lists of the house; without items it is as shipped again.', input: listSetting } satisfies CommandSpec,
};

/** What the signed-in person's screen starts with. */
export type Me = { person: Actor; house: House | null; queues: Queue[]; build: string; url: string };

/** How often a rule stopped somebody, and how often its warning was passed knowingly. */
export type RuleUse = { stopped: number; passed: number };

/** One time that a rule spoke. What was asked is gone when the person it was about was erased. */
export type RuleCase = { seq: number; at: string; by: string; what: 'stopped' | 'passed'; command: string; input?: Record<string, unknown>; about?: string };

/** An entry of the journal, as whoever answers for the desk reads it. */
export type Told = { seq: number; at: string; by: string; type: string; subject: string; subjectId: string; event: Record<string, unknown>; /** Of a list that was set: its entries before and after. */ list?: { before: ListItem[]; after: ListItem[] } };

const before = z.coerce.number().int().min(1).optional().describe('Entries with a smaller number: the next page.');
const limit = z.coerce.number().int().min(1).max(200).default(50);

/** What may be read about the house. */
export const deskQueries = {
  ruleUse: querySpec('desk.ruleUse', ['administrator', 'manager'], 'How often each rule stopped or warned somebody in the last seven days.', {}, z.custom<{ since: string; rules: Record<string, RuleUse> }>()),
  ruleCases: querySpec(
    'desk.ruleCases',
    ['administrator', 'manager'],
    'When a rule stopped or warned somebody in the last seven days, newest first.',
    { rule: line(80), before, limit },
    z.custom<{ cases: RuleCase[]; next?: number; names: Record<string, string> }>(),
  ),
  journal: querySpec(
    'desk.journal',
    ['administrator', 'manager'],
    'The journal, newest first: of one subject, of one person, of a span of time, or all of it.',
    { subjectId: id.optional(), personId: id.optional(), from: moment.optional(), to: moment.optional(), before, limit },
    z.custom<{ entries: Told[]; next?: number; names: Record<string, string> }>(),
  ),
  me: querySpec('desk.me', EVERYBODY, 'Who is signed in, and the house they work in.', {}, z.custom<Me>()),
  profiles: querySpec('desk.profiles', ['administrator'], 'Kinds of business as settings, and what each would change now.', {}, z.custom<{ profiles: { id: string; label: string; says: string; changes: Change[] }[] }>()),
  listShapes: querySpec('desk.listShapes', ['administrator'], 'What each list looks like, as JSON Schema.', {}, z.custom<{ shapes: Record<string, unknown> }>()),
  people: querySpec('desk.people', ['administrator'], 'Everybody, and whether they have chosen a password yet.', {}, z.custom<{ people: (Person & { joined: boolean; secondStep: boolean })[]; queues: Queue[] }>()),
};

const chosenPassword = z.string().min(10, 'Use at least 10 characters.').max(128, 'Use at most 128 characters.');
const token = z.string().regex(/^[\w-]{43}$/);

/**
 * Doors beside the commands, because what passes through them is written down nowhere. All are `POST` with JSON.
 * Signing in and the one-time link are open to strangers.
 */
export const doors = {
  signIn: { path: '/api/auth/sign-in/email', input: z.strictObject({ email: z.string().max(320), password: z.string().max(128) }) },
  signOut: { path: '/api/auth/sign-out', input: z.strictObject({}) },
  changePassword: {
    path: '/api/auth/change-password',
    input: z.strictObject({ currentPassword: z.string().max(128), newPassword: chosenPassword }),
  },
  /** Answers `{ link, until }`; only administrators get one. A new link ends the older. */
  inviteLink: { path: '/api/desk.inviteLink', input: z.strictObject({ personId: id }) },
  /** Answers `Welcome`: for whom a one-time link is. */
  welcomeWho: { path: '/api/welcome/who', input: z.strictObject({ token }) },
  /** Uses the link: sets the password and signs in. The first administrator must say all; others may correct what is known. */
  welcome: {
    path: '/api/welcome',
    input: z.strictObject({
      token,
      password: chosenPassword,
      name: name.optional(),
      email: email.optional(),
      initials: initials.optional(),
    }),
  },
};

export type Welcome = { founds: true } | { founds: false; name: string; email: string; initials: string };
