import { examples } from '@firstline/testing/examples.ts';
import { onlyAnOpenTaskIsAssigned } from './only-an-open-task-is-assigned.ts';

const to = { id: 'ben' };

examples(onlyAnOpenTaskIsAssigned, {
  breaks: [{ task: { status: 'closed' }, to }, { task: { status: 'held', heldBy: 'ben' }, to }],
  keeps: [{ task: { status: 'held', heldBy: 'ana' }, to }, { task: { status: 'waiting' }, to }, { task: { status: 'parked' }, to }, { task: { status: 'escalated' }, to }],
});
