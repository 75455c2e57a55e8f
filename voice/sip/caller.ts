import { header, type SipRequest } from './message.ts';
import { readNameAddress, userOf } from './uri.ts';

/** Who calls, as the network vouches for it (RFC 3325), else as the caller says. Empty when it is kept secret. */
export const callerOf = (request: SipRequest): { number: string; name?: string } => {
  const vouched = readNameAddress(header(request, 'p-asserted-identity') ?? '');
  const said = readNameAddress(header(request, 'from')!);
  const isSecret = /\b(id|user)\b/i.test(header(request, 'privacy') ?? '');
  const number = isSecret ? '' : userOf((vouched ?? said)?.uri ?? '');
  const name = vouched?.display ?? said?.display;
  return number === 'anonymous' || isSecret ? { number: '' } : { number, ...(name ? { name: name.slice(0, 80) } : {}) };
};
