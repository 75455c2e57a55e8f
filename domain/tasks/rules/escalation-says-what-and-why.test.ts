import { examples } from '@firstline/testing/examples.ts';
import { ESCALATION_REASONS, ESCALATION_TABLE, URGENCIES } from '../escalation-lists.ts';
import { escalationSaysWhatAndWhy } from './escalation-says-what-and-why.ts';

const lists = { escalationTable: ESCALATION_TABLE, escalationReasons: ESCALATION_REASONS, urgencies: URGENCIES };
const chosen = (category: string, reason?: string, urgency?: string) => ({ chosen: { category, reason, urgency }, ...lists });

examples(escalationSaysWhatAndWhy, {
  breaks: [
    chosen('toString', 'complaint', 'urgent'),
    chosen('billing', undefined, 'standard'),
    chosen('billing', 'complex-billing', 'at once'),
    chosen('billing', 'complex-billing'),
    { ...chosen('billing', 'complex-billing', 'urgent'), escalationReasons: [{ id: 'complex-billing', label: '', retired: true }] },
  ],
  keeps: [
    chosen('complaint', 'asked-for-manager', 'urgent'),
    chosen('other', 'tried-without-success', 'non-urgent'),
    ...ESCALATION_REASONS.map(({ id }) => chosen('technical', id, 'standard')),
    ...ESCALATION_TABLE.map(({ id }) => chosen(id, 'beyond-authority', 'standard')),
  ],
});
