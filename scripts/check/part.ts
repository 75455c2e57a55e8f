/** One part of the check: what it is called, and one line for each thing it found wrong. */
export type Part = { name: string; find: () => Promise<string[]> };
