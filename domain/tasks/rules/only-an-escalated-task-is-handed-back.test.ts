import { examples } from '@firstline/testing/examples.ts';
import { onlyAnEscalatedTaskIsHandedBack } from './only-an-escalated-task-is-handed-back.ts';

examples(onlyAnEscalatedTaskIsHandedBack, {
  breaks: [{ task: {} }],
  keeps: [{ task: { escalation: { category: 'billing', issue: 'Charged twice.', by: 'ana', at: '2026-03-02T09:00:00.000Z' } } }],
});
