import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** What Twilio signs: the address it called, and after it every field of a form in the order of their names. */
export const signatureOf = (authToken: string, url: string, form: URLSearchParams | undefined): string => {
  const fields = form ? [...new Set(form.keys())].sort().map((name) => name + [...new Set(form.getAll(name))].sort().join(name)) : [];
  return createHmac('sha1', authToken).update(url + fields.join('')).digest('base64');
};

/** A body that is no form is signed by its digest, which stands in the address. */
export const isSigned = (authToken: string, url: string, body: string, isForm: boolean, signature: string): boolean => {
  if (!same(signature, signatureOf(authToken, url, isForm ? new URLSearchParams(body) : undefined))) return false;
  if (isForm) return true;
  const digest = new URL(url).searchParams.get('bodySHA256') ?? '';
  return same(digest.toLowerCase(), createHash('sha256').update(body).digest('hex'));
};

/** Digests first: they are of one length whatever was sent. */
const same = (one: string, other: string): boolean =>
  timingSafeEqual(createHash('sha256').update(one).digest(), createHash('sha256').update(other).digest());
