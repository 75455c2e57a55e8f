import type { QuerySpec } from '@firstline/contract/spec.ts';
import type { Actor } from '@firstline/domain/desk/role.ts';
import type { DeskEvent, Recorded } from '@firstline/domain/event.ts';
import type { Policy } from '@firstline/domain/policy.ts';
import type { HouseRules } from '@firstline/domain/rule.ts';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { AnyCommand, Asking, Command, NOT_THERE, Outcome } from './command.ts';
import type { AnyStore } from './store.ts';
import type { Job } from './write.ts';

/** What somebody may read. It changes nothing. */
export type Query<Input = unknown, Answer = unknown> = {
  spec: QuerySpec<Input, Answer>;
  answer: (desk: Desk, input: Input, by: Actor) => Promise<Answer | typeof NOT_THERE>;
};

// As with commands: each query is checked where it is written.
// oxlint-disable-next-line typescript/no-explicit-any
export type AnyQuery = Query<any, any>;

/** What follows from an event, after its commit: a further command, an effect outside, or a look at the clock. It may run twice. */
export type Reaction = {
  name: string;
  to: string;
  /** When it is due; at once when absent. */
  due?: (event: Recorded<DeskEvent>, policy: Policy) => string;
  /** One pending job for each key: a later event replaces an earlier one's. Each event has its own when absent. */
  key?: (event: Recorded<DeskEvent>) => string;
  run: (event: Recorded<DeskEvent>, desk: Desk, job: RunningJob) => Promise<Again | void>;
};

/** A job that looked and found that it came too early says when to look again. */
export type Again = { dueAt: string };

/** `commandId` is the same each time this job is tried, so that its command has one effect. */
export type RunningJob = { commandId: string; attempts: number };

/** What the subjects bring to the desk. */
export type Parts = {
  stores: readonly AnyStore[];
  commands: readonly AnyCommand[];
  queries: readonly AnyQuery[];
  reactions: readonly Reaction[];
  /** How an event changes the badge numbers: topic and step of each. */
  tally: (event: DeskEvent) => readonly { topic: string; name: string; by: number }[];
  /** The badge numbers of these topics as the rows have them: SQL that answers topic, name and n of each that is not zero. */
  counted?: { topics: string; sql: string };
  /** The house rules of a queue, or of the whole house. */
  house: (desk: Desk) => (queueId?: string) => Promise<HouseRules>;
};

/** The desk as its subjects see it. */
export type Desk = {
  pool: Pool;
  log: Logger;
  parts: Parts;
  house: (queueId?: string) => Promise<HouseRules>;
  storeOf: (type: DeskEvent['type']) => AnyStore;
  run: <Input, Facts>(command: Command<Input, Facts>, input: Input, by: Actor, asking: Asking) => Promise<Outcome>;
  /** Told after each commit: there is something to seal, and these jobs are due some day. */
  committed: (jobs: readonly Job[]) => void;
  onCommitted: (listener: (jobs: readonly Job[]) => void) => void;
};
