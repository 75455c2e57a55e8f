import { examples } from '@firstline/testing/examples.ts';
import { onePersonPerEmail } from './one-person-per-email.ts';

examples(onePersonPerEmail, {
  breaks: [{ emailIsOf: '' }, { emailIsOf: 'Ana Lopez' }],
  keeps: [{}],
});
