/** Whether the customer said that it is solved; they could not always be asked. */
export const CONFIRMED = ['yes', 'no', 'not-asked'] as const;
export type Confirmed = (typeof CONFIRMED)[number];

/** What is said of a task as it ends. */
export type Said = { solution?: string; nextStep?: string; confirmed?: Confirmed; thanked?: boolean };

export type Ending = Said & { sinceContactSeconds?: number };

/** Where nobody was reached there is nothing to solve, to confirm or to thank for. */
export const NOBODY_REACHED = 'unsuccessful-contact';
