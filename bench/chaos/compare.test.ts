import { expect, test } from 'vitest';
import { compareAskings, compareMails } from './compare.ts';
import type { Asking, Ledger, SentMail } from './ledger.ts';
import type { Sink } from './mail.ts';
import type { Truth } from './truth.ts';

const done = (...types: string[]) => ({ done: types.map((type, n) => ({ type, version: n + 1 })) });

const asked = (more: Partial<Asking> = {}): Asking => ({
  personId: 'ana', key: 'k1', command: 'tasks.note', tries: 1, askedAt: 0, status: 200, body: JSON.stringify(done('task.noted')), ...more,
});

const ledgerOf = (askings: Asking[], mails: SentMail[] = []) => ({ askings: () => askings, mails: () => mails }) as unknown as Ledger;

type Known = { answers?: [string, { status: number; answer: string }][]; told?: Record<string, string[]>; received?: [string, number][]; sent?: [string, string][] };

const knows = ({ answers = [], told = {}, received = [], sent = [] }: Known = {}) =>
  ({
    answers: new Map(answers),
    byCommand: new Map(Object.entries(told).map(([id, types]) => [id, types.map((type, n) => ({ type, version: n + 1 }))])),
    received: new Map(received),
    sent: new Map(sent),
  }) as unknown as Truth;

const kept = (answer = JSON.stringify(done('task.noted')), status = 200): Known['answers'] => [['ana/k1', { status, answer }]];
const count = ({ lost, doubled, other }: ReturnType<typeof compareAskings>) => [lost.length, doubled.length, other.length];

test('What was answered and stands in the journal once is neither lost nor doubled', () =>
  expect(count(compareAskings(ledgerOf([asked()]), knows({ answers: kept(), told: { 'ana/k1': ['task.noted'] } })))).toEqual([0, 0, 0]));

test.each<[string, Asking, Known, number[]]>([
  ['an answer the desk does not know', asked(), {}, [1, 0, 0]],
  ['an answer without its event', asked(), { answers: kept() }, [1, 0, 0]],
  ['an event that stands twice', asked(), { answers: kept(), told: { 'ana/k1': ['task.noted', 'task.noted'] } }, [0, 1, 0]],
  ['another answer than the one given', asked(), { answers: kept(JSON.stringify({ ...done('task.noted'), more: 1 })), told: { 'ana/k1': ['task.noted'] } }, [0, 0, 1]],
  ['a refusal nobody wrote down', asked({ status: 422 }), { answers: kept('{}', 422) }, [1, 0, 0]],
  ['a command that got no answer in the end', asked({ status: undefined }), {}, [0, 0, 1]],
  ['a refusal of the door that was done', asked({ status: 403 }), { told: { 'ana/k1': ['task.noted'] } }, [0, 0, 1]],
  ['something done that nobody asked', asked(), { answers: kept(), told: { 'ana/k1': ['task.noted'], 'ana/k2': ['task.noted'] } }, [0, 0, 1]],
])('It is seen: %s', (_, asking, known, expected) => expect(count(compareAskings(ledgerOf([asking]), knows(known)))).toEqual(expected));

const mail = (isTaken = true): SentMail => ({ rfcId: '<in>', isTaken, tries: 1 });
const sink = (...rfcIds: string[]): Sink => ({ mails: rfcIds.map((rfcId) => ({ rfcId, to: 'dana@customer.example', at: 0 })), close: () => Promise.resolve() });

test('A mail that was taken once and one that left once are well', () =>
  expect(count(compareMails(ledgerOf([], [mail()]), sink('<out>'), knows({ received: [['<in>', 1]], sent: [['<out>', 'sent']] })))).toEqual([0, 0, 0]));

test.each<[string, SentMail, Sink, Known, number[]]>([
  ['a taken mail that is not there', mail(), sink(), {}, [1, 0, 0]],
  ['a mail that became two messages', mail(), sink(), { received: [['<in>', 2]] }, [0, 1, 0]],
  ['a mail that left and nobody wrote', mail(false), sink('<out>'), {}, [0, 0, 1]],
  ['a mail that left twice', mail(false), sink('<out>', '<out>'), { sent: [['<out>', 'sent']] }, [0, 1, 0]],
  ['a mail that counts as sent and never left', mail(false), sink(), { sent: [['<out>', 'sent']] }, [1, 0, 0]],
  ['a mail that counts as failed and left', mail(false), sink('<out>'), { sent: [['<out>', 'failed']] }, [0, 0, 1]],
])('It is seen: %s', (_, sent, got, known, expected) => expect(count(compareMails(ledgerOf([], [sent]), got, knows(known)))).toEqual(expected));
