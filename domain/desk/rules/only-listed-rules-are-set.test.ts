import { examples } from '@firstline/testing/examples.ts';
import { onlyListedRulesAreSet } from './only-listed-rules-are-set.ts';

examples(onlyListedRulesAreSet, {
  breaks: [{ mayBeSet: false }],
  keeps: [{ mayBeSet: true }],
});
