import type { Email } from 'postal-mime';

/** Sent by a machine: an auto-reply, a list, a bounce. Such a mail is kept like any other; only nothing answers it by itself. */
export const isAutomatic = (email: Pick<Email, 'headers'> | undefined, envelopeFrom: string): boolean => {
  const said = (key: string): string | undefined => email?.headers.find((header) => header.key === key)?.value.trim().toLowerCase();
  const submitted = said('auto-submitted');
  return (
    envelopeFrom === '' ||
    said('return-path') === '<>' ||
    (submitted !== undefined && !/^no\b/.test(submitted)) ||
    /^(?:bulk|list|junk|auto_reply)\b/.test(said('precedence') ?? '') ||
    email?.headers.some(({ key }) => key.startsWith('list-')) === true ||
    said('x-auto-response-suppress') !== undefined
  );
};
