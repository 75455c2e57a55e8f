import { examples } from '@firstline/testing/examples.ts';
import { oneQueuePerName } from './one-queue-per-name.ts';

examples(oneQueuePerName, {
  breaks: [{ nameIsTaken: true }],
  keeps: [{ nameIsTaken: false }],
});
