import { examples } from '@firstline/testing/examples.ts';
import { CLOSE_REASON_IDS, type CloseReason } from '../close-reason.ts';
import { closeReasonChosen } from './close-reason-chosen.ts';

examples(closeReasonChosen, {
  breaks: [
    { reason: 'toString' as CloseReason },
    { reason: '' as CloseReason },
    { reason: 'Booked Job' as CloseReason },
    {},
  ],
  keeps: CLOSE_REASON_IDS.map((reason) => ({ reason })),
});
