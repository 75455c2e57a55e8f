const NOBODYS = '@missing.invalid>';

/** A Message-ID for a mail that came without one. It is never sent out: nobody else knows it. */
export const standInRfcId = (digest: string): string => `<${digest}${NOBODYS}`;

/** Whether a mail may be answered by this id, or it is only our stand-in. */
export const isRealRfcId = (rfcId: string): boolean => !rfcId.endsWith(NOBODYS);

/** The Message-ID of a mail we write, in the domain it is sent from. */
export const ownRfcId = (id: string, fromAddress: string): string => {
  const domain = fromAddress.slice(fromAddress.lastIndexOf('@') + 1).trim().toLowerCase();
  return `<${id}@${/^[a-z0-9.-]+$/.test(domain) ? domain : 'localhost.localdomain'}>`;
};
