import { examples } from '@firstline/testing/examples.ts';
import { initialsAreUnique } from './initials-are-unique.ts';

examples(initialsAreUnique, {
  breaks: [{ initialsAreOf: '' }, { initialsAreOf: 'Ana Lopez' }],
  keeps: [{}],
});
