import { examples } from '@firstline/testing/examples.ts';
import { confirmationStated } from './confirmation-stated.ts';

examples(confirmationStated, {
  breaks: [{}, { reason: 'booked-job', ending: {} }],
  keeps: [{ ending: { confirmed: 'no' } }, { ending: { confirmed: 'not-asked' } }, { ending: { confirmed: 'yes' } }, { reason: 'unsuccessful-contact' }],
});
