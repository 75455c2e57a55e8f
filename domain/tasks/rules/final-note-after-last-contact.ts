import type { ContactFacts } from '../../conversations/contact-facts.ts';
import type { Rule } from '../../rule.ts';
import type { Note } from '../note.ts';
import type { Task } from '../task.ts';

type Facts = { task: Pick<Task, 'notes'> } & Pick<ContactFacts, 'lastContactAt' | 'doubtful'>;

export const finalNoteAfterLastContact: Rule<Facts> = {
  name: 'final-note-after-last-contact',
  says: 'Write a final note before you close: how it ended, for whoever reads this next.',
  strength: 'stops',
  from: ['R-164', 'R-170'],
  // A mail that may still reach the customer is told of in the note like one that has.
  brokenBy: ({ task, lastContactAt, doubtful }) => !hasFinal(task, lastContactAt) || !hasFinal(task, doubtful?.at),
  because: ({ task, lastContactAt, doubtful }) => {
    if (task.notes.length === 0) return 'There is no note yet.';
    if (!doubtful || !hasFinal(task, lastContactAt)) return 'The last contact with the customer is later than your last note.';
    return doubtful.result === 'queued'
      ? 'A mail to the customer that was written after your last note is on its way.'
      : 'A mail to the customer that was written after your last note may have reached them.';
  },
};

const hasFinal = ({ notes }: Facts['task'], after?: string): boolean => notes.some((note) => isFinal(note, after));

const isFinal = (note: Note, after?: string): boolean =>
  [note.discussed, note.agreed, note.special].some((text) => text?.trim()) &&
  (!after || Date.parse(note.at) > Date.parse(after));
