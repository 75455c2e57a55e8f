import type { Refusal } from './phone-call.ts';

/** What a person should hear of: somebody may be misusing the line, or it does not work. */
export type TrunkAlert =
  | { type: 'call-refused'; reason: Refusal; number: string }
  | { type: 'wrong-secret'; from: string }
  | { type: 'not-registered'; reason: 'refused' | 'unreachable' }
  | { type: 'registered' }
  | { type: 'server-silent' }
  | { type: 'server-back' };
