import { createHash } from 'node:crypto';

const names = new Map<string, string>();
let switchedOff = false;

/** A statement that the server plans once per connection. The text must come from a fixed set: never build values into it. */
export const prepared = (text: string, values: unknown[]): { name?: string; text: string; values: unknown[] } => {
  if (switchedOff) return { text, values };
  let name = names.get(text);
  if (!name) {
    name = createHash('sha256').update(text).digest('base64url').slice(0, 20);
    names.set(text, name);
  }
  return { name, text, values };
};

/** Poolers in transaction mode before protocol-level support cannot keep named statements. */
export const withoutPreparing = (): void => {
  switchedOff = true;
};
