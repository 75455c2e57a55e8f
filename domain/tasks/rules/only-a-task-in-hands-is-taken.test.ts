import { examples } from '@firstline/testing/examples.ts';
import { onlyATaskInHandsIsTaken } from './only-a-task-in-hands-is-taken.ts';

const by = { id: 'max' };

examples(onlyATaskInHandsIsTaken, {
  breaks: [
    { task: { status: 'held', heldBy: 'max' }, by },
    { task: { status: 'waiting' }, by },
    { task: { status: 'escalated' }, by },
    { task: { status: 'closed' }, by },
  ],
  keeps: [
    { task: { status: 'held', heldBy: 'ana' }, by },
    { task: { status: 'parked' }, by },
  ],
});
