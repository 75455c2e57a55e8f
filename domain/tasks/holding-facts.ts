import type { Ending } from './ending.ts';

/** Why a parked task came back: the customer wrote, or its time had come. */
export type BackCause = 'reply' | 'due';

/** What of a task its holder must have looked at before the first contact. */
export type TaskPart = 'summary' | 'subTasks' | 'conversation';

/** How the first contact after a claim came about: when, how long after the claim, and what had been read by then. */
export type FirstContact = { at: string; by: string; seconds: number; read: TaskPart[] };

/** What a task knows of being held, waiting for its customer, and being let go. */
export type HoldingFacts = {
  /** Who waits for the customer's answer, while it is parked. */
  parkedBy?: string;
  parkedSince?: string;
  /** When it comes back even without an answer. */
  parkedUntil?: string;
  /** It came back while its agent held another task: until then it is theirs to take first. */
  reservedFor?: string;
  reservedUntil?: string;
  /** Why it came back, until somebody holds it again and lets it go. */
  cameBack?: BackCause;
  /** What its holder has looked at, each with the moment. */
  viewed?: Partial<Record<TaskPart, string>>;
  /** The first contact of this holder. */
  firstContact?: FirstContact;
  /** Calls that go on: while there is one, nobody asks whether its agent is there. */
  protection?: { since: string; calls: string[] };
  /** The desk has asked whether it can be closed: the last contact was a while ago. */
  closingAsked?: string;
  closedBy?: string;
  ending?: Ending;
};

type Holding = HoldingFacts & { heldBy?: string; heldSince?: string; slot?: number; returnsAt?: string };

/** A task that nobody holds: nothing of its last holder stays but what was written. */
export const free = <Held extends Holding>(task: Held): Held => Object.assign({}, task, NOBODYS);

// Put on in one go, because what is new in a literal behind `...` costs V8 two microseconds a field.
const NOBODYS = {
  heldBy: undefined,
  heldSince: undefined,
  slot: undefined,
  returnsAt: undefined,
  parkedBy: undefined,
  parkedSince: undefined,
  parkedUntil: undefined,
  reservedFor: undefined,
  reservedUntil: undefined,
  cameBack: undefined,
  viewed: undefined,
  firstContact: undefined,
  protection: undefined,
  closingAsked: undefined,
} satisfies Partial<Holding>;
