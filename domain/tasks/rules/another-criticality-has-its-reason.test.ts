import { examples } from '@firstline/testing/examples.ts';
import { anotherCriticalityHasItsReason } from './another-criticality-has-its-reason.ts';

examples(anotherCriticalityHasItsReason, {
  breaks: [
    { by: { roles: ['agent'] }, reason: ' \n ' },
    { by: { roles: ['account-team'] }, reason: '' },
    { by: { roles: ['agent', 'back-office'] } },
  ],
  keeps: [
    { by: { roles: ['supervisor'] } },
    { by: { roles: ['agent', 'manager'] }, reason: '' },
    { by: { roles: ['agent'] }, reason: 'The whole building is cold.' },
  ],
});
