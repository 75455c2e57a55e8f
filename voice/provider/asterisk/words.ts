import { createHash } from 'node:crypto';
import type { Endpoint, EndCause } from '../call.ts';
import type { AsteriskSettings } from './settings.ts';

const digest = (key: string) => createHash('sha256').update(key).digest('hex').slice(0, 32);

/** One name for one wish, so that asking twice makes one. */
export const legOf = (key: string): string => `leg-${digest(key)}`;
export const bridgeOf = (conference: string): string => `call-${conference}`;
/** Where a supervisor who is not in the call hears it. */
export const boothOf = (leg: string): string => `booth-${leg}`;
export const snoopOf = (leg: string, turn: number): string => `snoop-${turn}-${leg}`;
export const isSnoop = (channel: string): boolean => channel.startsWith('snoop-');

export const dialledOf = (to: Endpoint, { dial, agents }: AsteriskSettings): string | undefined => {
  if (to.kind === 'phone') return /^\+?\d{3,15}$/.test(to.e164) ? dial.replace('{number}', to.e164) : undefined;
  if (to.kind === 'sip') return undefined;
  const id = to.kind === 'agent' ? to.id : to.session;
  return /^[\w.-]{1,100}$/.test(id) ? agents.replace('{id}', id) : undefined;
};

/** The numbers of Q.850. */
export const causeOf = (number: unknown): EndCause => {
  switch (Number(number)) {
    case 16: return 'normal';
    case 17: return 'busy';
    case 18: case 19: return 'no-answer';
    case 21: return 'rejected';
    case 1: case 3: case 20: case 22: case 28: return 'unreachable';
    case 26: return 'canceled';
    default: return 'failed';
  }
};
