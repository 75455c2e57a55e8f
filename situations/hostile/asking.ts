import { randomUUID } from 'node:crypto';

export type Said = { status: number; headers: Record<string, string>; body: string; done: { [field: string]: unknown }[] };
export type Ask = (door: string, body?: object | string) => Promise<Said>;

const PASSED = 'summary-read-before-contact, note-says-how-it-goes-on';

/** One person at the doors. A hostile text may be taken or refused; a fault of the desk is neither. */
export const askingAt = (url: string, cookie: string, counted: Map<string, number>): Ask => async (door, body) => {
  const answer = await fetch(`${url}/api/${door}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { cookie, 'idempotency-key': randomUUID(), acknowledge: PASSED, ...(body !== undefined && { 'content-type': typeof body === 'string' ? 'text/csv' : 'application/json' }) },
    body: typeof body === 'object' ? JSON.stringify(body) : body,
  });
  const text = await answer.text();
  const key = `${door.split('?')[0]} ${answer.status}`;
  counted.set(key, (counted.get(key) ?? 0) + 1);
  if (answer.status >= 500) throw new Error(`${door} broke over ${JSON.stringify(body).slice(0, 400)}: ${text.slice(0, 200)}`);
  return { status: answer.status, headers: Object.fromEntries(answer.headers), body: text, done: answer.status === 200 && text.includes('"done"') ? (JSON.parse(text) as Said).done : [] };
};
