import { examples } from '@firstline/testing/examples.ts';
import { summaryReadBeforeContact } from './summary-read-before-contact.ts';

const at = '2026-03-02T09:00:00.000Z';
const firstContact = { at, by: 'ana', seconds: 5, read: [] };

examples(summaryReadBeforeContact, {
  breaks: [{ task: {} }, { task: { viewed: { conversation: at, subTasks: at } } }],
  keeps: [{ task: { viewed: { summary: at } } }, { task: { firstContact } }],
});
