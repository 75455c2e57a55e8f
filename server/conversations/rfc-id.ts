import { randomBytes } from 'node:crypto';

const NOBODYS = '@missing.invalid>';

/** A Message-ID for a mail that came without one. It is never sent out: nobody else knows it. */
export const standInRfcId = (digest: string): string => `<${digest}${NOBODYS}`;

/** Whether a mail may be answered by this id, or it is only our stand-in. */
export const isRealRfcId = (rfcId: string): boolean => !rfcId.endsWith(NOBODYS);

/** What nobody guesses: 144 bits. Whoever names it has had the mail that carries it. */
export const newToken = (): string => randomBytes(18).toString('base64url');

/** Whether an id of ours carries such a token. */
export const TOKEN_IN_RFC_ID = '^<[0-9a-f-]{36}\\.[A-Za-z0-9_-]{24}@';

/** The Message-ID of a mail we write, in the domain it is sent from. Who answers it by this id may join the thread. */
export const ownRfcId = (id: string, token: string, fromAddress: string): string => {
  const domain = fromAddress.slice(fromAddress.lastIndexOf('@') + 1).trim().toLowerCase();
  return `<${id}.${token}@${/^[a-z0-9.-]+$/.test(domain) ? domain : 'localhost.localdomain'}>`;
};
