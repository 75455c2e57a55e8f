/** What every event carries once it is recorded. */
export type Recorded<Event> = Event & {
  /** When it happened, by the database's clock: ISO 8601, UTC. */
  at: string;
  /** Who asked: a person's id, or `system`, `clock`, `customer`. */
  by: string;
  /** Version of its subject after it: 1 for the first event of a task, then 2, 3, … */
  version: number;
};

/** An event as the desk decides it: what happened, to whom, and apart from it what is personal. */
export type DeskEvent = {
  type: `${string}.${string}`;
  /** Text, names, numbers: kept in a column of its own, so that erasing a person leaves the chain whole. */
  personal?: Record<string, unknown>;
};
