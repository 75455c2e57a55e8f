import { createHash } from 'node:crypto';
import type { Endpoint, EndCause, LegRole } from '../call.ts';
import type { VoiceRefusal } from '../provider.ts';
import type { TwilioAnswer } from './requests.ts';

/** Conferences of others in the same account are none of ours. */
const OURS = 'firstline-';
export const nameOf = (conference: string): string => OURS + conference;
export const conferenceOf = (name: unknown): string | undefined =>
  typeof name === 'string' && name.startsWith(OURS) ? name.slice(OURS.length) : undefined;

/** What we must know of a leg after a restart stands in its label: who it is, made by which wish, looking after whom. */
export const labelOf = (role: LegRole, key: string, target?: string): string =>
  [role, createHash('sha256').update(key).digest('hex').slice(0, 32), ...(target ? [target] : [])].join('-');

export const readLabel = (label: unknown): { role: LegRole; target?: string } | undefined => {
  const [, role, target] = /^(customer|agent|destination|supervisor|system)-[0-9a-f]{32}(?:-(CA[0-9a-f]{32}))?$/.exec(String(label)) ?? [];
  return role ? { role: role as LegRole, ...(target && { target }) } : undefined;
};

export const addressOf = (to: Endpoint, agentAddress: string): string | undefined => {
  if (to.kind === 'phone') return /^\+[1-9]\d{4,14}$/.test(to.e164) ? to.e164 : undefined;
  if (to.kind === 'sip') return /^sips?:[^\s<>"]+$/.test(to.uri) ? to.uri : undefined;
  const id = to.kind === 'agent' ? to.id : to.session;
  return /^[\w.-]{1,100}$/.test(id) ? agentAddress.replace('{id}', id) : undefined;
};

export const endpointOf = (address: string, agentAddress: string): Endpoint => {
  const [before = '', after = ''] = agentAddress.split('{id}');
  if (address.startsWith(before) && address.endsWith(after) && before + after !== '') return { kind: 'agent', id: address.slice(before.length, address.length - after.length) };
  return address.startsWith('sip') ? { kind: 'sip', uri: address } : { kind: 'phone', e164: address };
};

/** Why a call is over; nothing while it is not. */
export const causeOf = (status: unknown, sipCode?: unknown): EndCause | undefined => {
  const code = Number(sipCode);
  switch (status) {
    case 'completed': return 'normal';
    case 'busy': return code === 603 ? 'rejected' : 'busy';
    case 'no-answer': return 'no-answer';
    case 'canceled': return 'canceled';
    case 'failed': return [404, 410, 484, 604].includes(code) ? 'unreachable' : 'failed';
    default: return undefined;
  }
};

/** Numbers that Twilio does not call: wrong, not allowed for this account, or in a country that is closed. */
const NO_WAY = new Set([13223, 13224, 13225, 13226, 21211, 21214, 21215, 21216, 21217]);

export const refusalOf = ({ status, body }: TwilioAnswer): VoiceRefusal | undefined => {
  if (status >= 200 && status < 300) return undefined;
  if (NO_WAY.has(Number(body.code))) return 'unreachable';
  if (status === 404) return 'ended';
  if (status === 429) return 'overloaded';
  return status === 400 || status === 409 ? 'wrong-state' : 'unavailable';
};
