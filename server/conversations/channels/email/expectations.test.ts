import { visibleReply } from '@firstline/domain/conversations/visible-reply.ts';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { objectsIn } from '../../../platform/objects.ts';
import { makeAside } from './aside.ts';
import { keepMail } from './keeper.ts';
import { letterOf, type Arrived } from './letter.ts';
import { machineOf } from './machine.ts';
import { readMail } from './read-mail.ts';
import { reportOf } from './report.ts';
import { makeRoom } from './room.ts';

/** Mails of others with what is to be read of them; without the folder they are not checked. */
const COLLECTED = join(process.env.FIRSTLINE_DATA ?? 'no folder', 'mail');
const isThere = existsSync(COLLECTED);
const because = isThere ? '' : ' (not checked: FIRSTLINE_DATA names no folder with mail)';
const expected = <Expected>(name: string): Expected[] => JSON.parse(readFileSync(join(COLLECTED, name), 'utf8')) as Expected[];
const rawMail = (file: string): Buffer => readFileSync(join(COLLECTED, 'raw', file));
const plain = (text: string): string => text.replaceAll(/\s+/g, '').toLowerCase();

const read = async (file: string): Promise<Arrived> => {
  const folder = mkdtempSync(join(tmpdir(), 'firstline-mail-'));
  const aside = makeAside({ objects: objectsIn(folder), disk: makeRoom(1e9) });
  const keeper = keepMail(makeRoom(1e9), aside);
  keeper.feed(rawMail(file));
  const arrived = await letterOf(keeper.end() as never, { from: '', to: ['support@house.example'] }, aside);
  aside.drop();
  rmSync(folder, { recursive: true });
  return arrived;
};

type Parsed = { file: string; from: string; fromName: string; subject: string; messageId: string; bodySnippets: string[]; attachments: number };

/** What we read otherwise, and why: decision 20. */
const OTHERWISE: Record<string, string[]> = {
  'stalwart__thirdparty-007.eml': ['from', 'files'],
  'stalwart__thirdparty-015.eml': ['files'],
  'stalwart__legacy-027.eml': ['subject'],
  'stalwart__legacy-047.eml': ['files'],
  'stalwart__malformed-001.eml': ['files'],
  'stalwart__malformed-003.eml': ['files'],
  'stalwart__malformed-007.eml': ['files'],
  'stalwart__malformed-009.eml': ['files'],
  'stalwart__malformed-011.eml': ['files'],
  'stalwart__malformed-017.eml': ['files'],
  'stalwart__malformed-019.eml': ['body'],
  'stalwart__malformed-021.eml': ['body'],
};

test.runIf(isThere)(`The collected mails say what they are expected to say, but for those that decision 20 names${because}`, { timeout: 60_000 }, async () => {
  const unlike: Record<string, string[]> = {};
  for (const { file, from, fromName, subject, messageId, bodySnippets, attachments } of expected<Parsed>('expect-parse.json')) {
    const { letter, files } = await read(file);
    const held = {
      from: letter.from === from,
      name: (letter.fromName ?? '') === fromName,
      subject: plain(letter.subject === '(no subject)' ? '' : letter.subject) === plain(subject),
      id: (letter.rfcId.endsWith('@missing.invalid>') ? '' : letter.rfcId.slice(1, -1)) === messageId,
      files: files.length === attachments,
      body: bodySnippets.every((snippet) => plain(letter.text).includes(plain(snippet))),
    };
    const not = Object.entries(held).flatMap(([what, holds]) => (holds ? [] : [what]));
    if (not.length > 0) unlike[file] = not;
  }
  expect(unlike).toEqual(OTHERWISE);
});

type Replied = { file: string; visible?: string; visibleStartsWith?: string };

test.runIf(isThere)(`R-042 Of the collected answers all show what was written this time${because}`, () => {
  for (const { file, visible, visibleStartsWith } of expected<Replied>('expect-reply.json')) {
    const shown = plain(visibleReply(rawMail(file).toString('utf8')));
    expect(visible === undefined ? shown.startsWith(plain(visibleStartsWith ?? '')) : shown === plain(visible), file).toBe(true);
  }
});

type Bounced = { file: string; kind: string; rows: { status: string; reply: string; reason: string }[] };

test.runIf(isThere)(`R-150 Reports of non-delivery are known as such, with status, code and outcome, but for those that decision 20 names${because}`, { timeout: 60_000 }, async () => {
  const unlike: Record<string, string[]> = {};
  for (const { file, kind, rows } of expected<Bounced>('expect-bounce.json')) {
    const { email } = await readMail(rawMail(file));
    const found = machineOf(email);
    const told = email && kind === 'bounce' ? reportOf(email).told : [];
    const not = [
      ...(found === kind ? [] : ['kind']),
      ...rows.slice(0, 1).flatMap(({ status, reply, reason }) => [
        // The origin's own codes stand for "no status was said".
        ...(kind !== 'bounce' || /\.0\.9\d\d$|^$/.test(status) || told[0]?.status === status ? [] : ['status']),
        ...(kind !== 'bounce' || reply === '' || told.some((one) => one.reply === reply) ? [] : ['reply']),
        ...(kind !== 'bounce' || (reason === 'delivered') === (told[0]?.action === 'delivered') ? [] : ['outcome']),
      ]),
    ];
    if (not.length > 0) unlike[file] = not;
  }
  expect(unlike).toEqual({
    'sisimai__lhost-amazonses-13.eml': ['kind', 'reply', 'outcome'],
    'sisimai__lhost-exchange2007-05.eml': ['status'],
    'sisimai__rfc3464-04.eml': ['status', 'reply'],
  });
});
