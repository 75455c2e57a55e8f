/** Something this house insists on: the sentence, a bad and a good line, and where the code does otherwise. */
export type Habit = {
  says: string;
  bad: string;
  good: string;
  find: (files: string[]) => string[] | Promise<string[]>;
};
