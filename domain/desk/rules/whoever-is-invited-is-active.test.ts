import { examples } from '@firstline/testing/examples.ts';
import { whoeverIsInvitedIsActive } from './whoever-is-invited-is-active.ts';

examples(whoeverIsInvitedIsActive, {
  breaks: [{ person: { status: 'disabled' } }],
  keeps: [{ person: { status: 'active' } }],
});
