import { createHmac, timingSafeEqual } from 'node:crypto';

/** Behind https the name itself makes browsers refuse the cookie over http. */
export const cookieName = (url: string): string =>
  `${url.startsWith('https:') ? '__Secure-' : ''}firstline.session_token`;

/** The first cookie of that name, as it was sent. */
export const cookieIn = (header: string | undefined, name: string): string | undefined => {
  for (const pair of header?.split(';') ?? []) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
};

/** The session that a cookie names, if we signed it: `token.signature`, as better-auth writes it. */
export const sessionToken = (cookie: string, secret: string): string | undefined => {
  const [token, signature, ...more] = decoded(cookie).split('.');
  if (!token || !signature || more.length > 0) return undefined;
  const ours = createHmac('sha256', secret).update(token).digest();
  const theirs = Buffer.from(signature, 'base64');
  return theirs.length === ours.length && timingSafeEqual(theirs, ours) ? token : undefined;
};

export const signedCookie = (name: string, token: string, secret: string): string =>
  `${name}=${encodeURIComponent(`${token}.${createHmac('sha256', secret).update(token).digest('base64')}`)}`;

const decoded = (cookie: string): string => {
  try {
    return decodeURIComponent(cookie);
  } catch {
    return '';
  }
};
