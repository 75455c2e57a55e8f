import { cutOutside, readParams, type Params } from './params.ts';

export type SipUri = { scheme: 'sip' | 'sips'; user?: string; host: string; port?: number; params: Params };

const LONGEST_URI = 1024;
const SHAPE = /^(sips?):(?:([^@\s<>]*)@)?(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::(\d{1,5}))?((?:;[^?\s<>]*)?)(?:\?[^\s<>]*)?$/i;

/** A password in the user part is dropped: it has no business on the wire. */
export const readUri = (text: string): SipUri | undefined => {
  if (text.length > LONGEST_URI) return undefined;
  const found = SHAPE.exec(text);
  const [, scheme = '', user, host = '', port, params = ''] = found ?? [];
  if (!found || (port !== undefined && !isPort(Number(port)))) return undefined;
  return {
    scheme: scheme.toLowerCase() === 'sips' ? 'sips' : 'sip',
    ...(user ? { user: user.split(':')[0] } : {}),
    host: host.toLowerCase(),
    ...(port ? { port: Number(port) } : {}),
    params: readParams(params.split(';')),
  };
};

export const isPort = (port: number): boolean => Number.isInteger(port) && port > 0 && port < 65_536;

/** `"Name" <uri>;params` or `uri;params` (RFC 3261, 20.10). */
export type NameAddress = { display?: string; uri: string; params: Params };

export const readNameAddress = (text: string): NameAddress | undefined => {
  const [first = '', ...rest] = cutOutside(text, ';');
  const open = first.lastIndexOf('<');
  if (open < 0) return first && !/[\s"]/.test(first) ? { uri: first, params: readParams(rest) } : undefined;
  if (!first.endsWith('>')) return undefined;
  const display = first.slice(0, open).trim().replace(/^"(.*)"$/s, '$1').replace(/\\(.)/g, '$1');
  return { ...(display ? { display } : {}), uri: first.slice(open + 1, -1).trim(), params: readParams(rest) };
};

/** The tag of a From or To; none means that no dialog was made yet. */
export const tagOf = (value: string | undefined): string | undefined =>
  value === undefined ? undefined : readNameAddress(value)?.params.get('tag');

/** The number or name before the @; of `tel:` the number. */
export const userOf = (uri: string): string => {
  if (/^tel:/i.test(uri)) return (uri.slice(4).split(';')[0] ?? '').replace(/[-.()]/g, '');
  const user = readUri(uri)?.user?.split(';')[0] ?? '';
  try {
    return decodeURIComponent(user);
  } catch {
    return user;
  }
};
