import { examples } from '@firstline/testing/examples.ts';
import { noteSaysHowItGoesOn } from './note-says-how-it-goes-on.ts';

const note = (discussed: string, more: { agreed?: string; mood?: string; special?: string } = {}) => ({ note: { discussed, ...more } });

examples(noteSaysHowItGoesOn, {
  breaks: [
    note('No heat upstairs.'),
    note('Talked about the furnace.', { mood: 'Annoyed' }),
    note('Customer is angry.', { agreed: '  ' }),
    note('Willing. Nextdoor.'),
  ],
  keeps: [
    note('Called. Scheduled the visit for Tuesday 2 pm.'),
    note('No heat upstairs.', { agreed: 'Two slots.' }),
    note('Furnace.', { special: 'Please text before arrival.' }),
    note('Left a message.'),
    note('Next: price from the list.'),
    note('Waiting for the part.'),
    note(''),
  ],
});
