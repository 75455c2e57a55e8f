/** Where the next page begins: the sorted-by values of the last row, as one word for an address. */
export const cursorOf = (keys: readonly unknown[]): string => Buffer.from(JSON.stringify(keys)).toString('base64url');

/** What somebody sent as a cursor; nothing when it is none. */
export const cursorFrom = (cursor: string): readonly unknown[] | undefined => {
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(keys) && keys.every((key) => typeof key === 'string' || typeof key === 'number') ? keys : undefined;
  } catch {
    return undefined;
  }
};
