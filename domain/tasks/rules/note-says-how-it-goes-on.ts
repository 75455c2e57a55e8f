import type { Rule } from '../../rule.ts';
import { saysHowItGoesOn, type NoteWords } from '../note-cues.ts';

export const noteSaysHowItGoesOn: Rule<{ note: NoteWords }> = {
  name: 'note-says-how-it-goes-on',
  says: 'Say how it ended or what comes next, so that a colleague could go on from this note.',
  strength: 'warns',
  from: ['R-162'],
  brokenBy: ({ note }) => note.discussed.trim() !== '' && !saysHowItGoesOn(note),
};
