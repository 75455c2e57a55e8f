import { examples } from '@firstline/testing/examples.ts';
import { anythingElseAsked } from './anything-else-asked.ts';

examples(anythingElseAsked, {
  breaks: [{}, { reason: 'booked-job', ending: { thanked: false } }],
  keeps: [{ ending: { thanked: true } }, { reason: 'unsuccessful-contact' }],
});
