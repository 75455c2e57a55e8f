import { examples } from '@firstline/testing/examples.ts';
import { oneQueuePerAddress } from './one-queue-per-address.ts';

examples(oneQueuePerAddress, {
  breaks: [{ addressIsOf: '' }, { addressIsOf: 'Support' }],
  keeps: [{}],
});
