import { examples } from '@firstline/testing/examples.ts';
import { claimIsUndoneAtOnce } from './claim-is-undone-at-once.ts';

const heldSince = '2026-03-02T09:00:00.000Z';
const asked = (now: string, undoClaimSeconds = 60) => ({ task: { heldSince }, now, policy: { undoClaimSeconds } });
const contacted = { task: { heldSince, firstContact: { at: heldSince, by: 'ana', seconds: 5, read: [] } }, now: heldSince, policy: { undoClaimSeconds: 60 } };
const wrote = (...states: ('queued' | 'sent' | 'failed' | 'unknown')[]) => ({ ...asked(heldSince), wrote: states });

examples(claimIsUndoneAtOnce, {
  breaks: [contacted, wrote('queued'), wrote('failed', 'unknown'), wrote('sent'), asked('2026-03-02T09:01:00.001Z'), asked('2026-03-02T09:00:20.000Z', 10)],
  keeps: [asked(heldSince), wrote('failed'), asked('2026-03-02T09:01:00.000Z'), asked('2026-03-02T09:02:00.000Z', 300)],
});
