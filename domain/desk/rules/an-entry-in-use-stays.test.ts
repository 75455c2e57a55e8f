import { examples } from '@firstline/testing/examples.ts';
import { anEntryInUseStays } from './an-entry-in-use-stays.ts';

examples(anEntryInUseStays, {
  breaks: [{ stillUsed: [{ label: 'Booked Job' }] }, { stillUsed: [{ label: '' }, { label: 'Other' }] }],
  keeps: [{ stillUsed: [] }],
});
