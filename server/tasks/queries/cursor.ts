import { moment } from '@firstline/contract/spec.ts';

/** What a page is sorted by, as the database calls it. */
export type KeyType = 'integer' | 'timestamptz' | 'text';

/** Where the next page begins: the sorted-by values of the last row, as one word for an address. */
export const cursorOf = (keys: readonly unknown[]): string => Buffer.from(JSON.stringify(keys)).toString('base64url');

/** What somebody sent as a cursor; nothing when it is none of ours for pages that are sorted so. */
export const cursorFrom = (cursor: string, types: readonly KeyType[]): readonly unknown[] | undefined => {
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(keys) && keys.length === types.length && types.every((type, n) => IS[type](keys[n])) ? keys : undefined;
  } catch {
    return undefined;
  }
};

const MOST_OF_AN_INTEGER = 2 ** 31;

/** What the database would not take is no key: a made-up cursor breaks no page. */
const IS: Record<KeyType, (key: unknown) => boolean> = {
  integer: (key) => Number.isInteger(key) && Math.abs(key as number) < MOST_OF_AN_INTEGER,
  timestamptz: (key) => moment.safeParse(key).success,
  text: (key) => typeof key === 'string' && !key.includes('\0'),
};
