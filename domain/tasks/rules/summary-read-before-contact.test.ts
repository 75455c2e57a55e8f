import { examples } from '@firstline/testing/examples.ts';
import { summaryReadBeforeContact } from './summary-read-before-contact.ts';

const at = '2026-03-02T09:00:00.000Z';
const status = 'held';
const firstContact = { at, by: 'ana', seconds: 5, read: [] };

examples(summaryReadBeforeContact, {
  breaks: [{ task: { status } }, { task: { status, viewed: { conversation: at, subTasks: at } } }],
  keeps: [{ task: { status }, wrote: ['failed'] }, { task: { status, viewed: { summary: at } } }, { task: { status, firstContact } }, { task: { status: 'waiting' } }],
});
