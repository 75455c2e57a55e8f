import type { Rule } from '../../rule.ts';
import type { Note } from '../note.ts';
import type { Task } from '../task.ts';

type Facts = { task: Pick<Task, 'notes'>; lastContactAt?: string };

export const finalNoteAfterLastContact: Rule<Facts> = {
  name: 'final-note-after-last-contact',
  says: 'Write a final note before you close: how it ended, for whoever reads this next.',
  strength: 'stops',
  from: ['R-164', 'R-170'],
  brokenBy: ({ task, lastContactAt }) => !task.notes.some((note) => isFinal(note, lastContactAt)),
  because: ({ task }) =>
    task.notes.length > 0 ? 'The last contact with the customer is later than your last note.' : 'There is no note yet.',
};

const isFinal = (note: Note, lastContactAt?: string): boolean =>
  [note.discussed, note.agreed, note.special].some((text) => text?.trim()) &&
  (!lastContactAt || Date.parse(note.at) > Date.parse(lastContactAt));
