import type { Breach } from '@firstline/domain/rule.ts';
import { t } from '../platform/words.ts';

/** A refusal in one breath, for a button that may not be pressed. */
export const saidOfBreach = (breach: Breach | undefined): string | undefined =>
  breach && [t(breach.says), breach.because].filter(Boolean).join(' ');
