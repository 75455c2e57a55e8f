import { examples } from '@firstline/testing/examples.ts';
import { closeIsUndoneInTime } from './close-is-undone-in-time.ts';

const closedAt = '2026-03-02T09:00:00.000Z';
const asked = (now: string, undoCloseSeconds = 300) => ({ task: { status: 'closed' as const, closedAt }, now, policy: { undoCloseSeconds } });

examples(closeIsUndoneInTime, {
  breaks: [
    { ...asked(closedAt), task: { status: 'waiting' } },
    asked('2026-03-02T09:05:00.001Z'),
    asked('2026-03-02T09:01:00.000Z', 30),
  ],
  keeps: [asked(closedAt), asked('2026-03-02T09:05:00.000Z'), asked('2026-03-02T10:00:00.000Z', 3600)],
});
