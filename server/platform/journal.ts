import { createHash, randomBytes } from 'node:crypto';
import type { DeskEvent, Recorded } from '@firstline/domain/event.ts';

/** An event on its way into the journal: who hears of it, and its personal part apart. */
export type Entry = {
  at: string;
  subject: string;
  subject_id: string;
  version: number;
  type: string;
  by: string;
  command_id: string;
  audience: string[];
  outline: string[];
  body: Record<string, unknown>;
  personal: Record<string, unknown> | null;
  salt: string | null;
};

/** An entry as the sealer numbered and chained it. */
export type Sealed = Entry & { seq: number; digest: string | null; hash: string };

export const entryOf = (
  event: Recorded<DeskEvent>,
  subject: string,
  subjectId: string,
  commandId: string,
  heard: { full: string[]; outline: string[] },
): Entry => {
  const { type, at, by, version, personal, ...body } = event;
  return {
    at,
    subject,
    subject_id: subjectId,
    version,
    type,
    by,
    command_id: commandId,
    audience: heard.full,
    outline: heard.outline,
    body,
    personal: personal ?? null,
    salt: personal ? randomBytes(16).toString('hex') : null,
  };
};

/** The event as a screen gets it; `outline` leaves the personal part out. */
export const eventOf = (entry: Entry, outline = false): Recorded<DeskEvent> => ({
  type: entry.type as DeskEvent['type'],
  at: entry.at,
  by: entry.by,
  version: entry.version,
  ...entry.body,
  ...(entry.personal && !outline && { personal: entry.personal }),
});

/** JSON with sorted keys: the same value has the same text, also after a round trip through the database. */
export const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`).join(',')}}`;
};

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export const digestOf = (entry: Pick<Entry, 'personal' | 'salt'>): string | null =>
  entry.personal && sha256(`${entry.salt}${canonical(entry.personal)}`);

/** The link of the chain: everything but the personal part itself, of which it covers the salted digest. */
export const hashOf = (
  entry: Omit<Entry, 'personal' | 'salt'>,
  seq: number,
  digest: string | null,
  before: string,
): string => {
  const { at, subject, subject_id, version, type, by, command_id, audience, outline, body } = entry;
  return sha256(
    before +
      canonical({ seq, at, subject, subject_id, version, type, by, command_id, audience, outline, body, digest }),
  );
};

export const FIRST_HASH = '0'.repeat(64);

/** The first thing wrong with a run of the journal, in words, or nothing. `before` is the hash of the entry ahead of the run. */
export const faultIn = (run: readonly Sealed[], after: number, before: string): string | undefined => {
  let seq = after;
  let hash = before;
  for (const entry of run) {
    if (entry.seq !== seq + 1) return `number ${seq + 1} is missing`;
    if (entry.personal && digestOf(entry) !== entry.digest) return `the personal part of number ${entry.seq} was changed`;
    if (hashOf(entry, entry.seq, entry.digest, hash) !== entry.hash) return `number ${entry.seq} was changed`;
    seq = entry.seq;
    hash = entry.hash;
  }
  return undefined;
};
