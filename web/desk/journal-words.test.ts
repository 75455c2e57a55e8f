import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { kindWords } from './journal-kinds.ts';
import { momentOf, saidIn } from './journal-words.ts';

test('R-171 An entry of the audit log is told in words, with what stands in it', () => {
  expect(kindWords('house.levelSet')).toBe('A rule is kept otherwise');
  expect(kindWords('lamp.putOut')).toBe('Lamp: put out');
  expect(kindWords('toString')).toBe('To string');
  expect(saidIn({ rule: 'task-is-free', level: 'off', personal: { name: 'Ana' }, empty: '' })).toBe('rule: task-is-free · level: off · name: Ana');
  expect(saidIn({ text: 'x'.repeat(2000) })).toHaveLength(601);
});

test('R-171 Each thing that can happen at the desk has a sentence of its own', () => {
  const domain = new URL('../../domain/', import.meta.url);
  const sources = readdirSync(domain, { recursive: true, encoding: 'utf8' }).filter((file) => /(?<!\.test)\.ts$/.test(file) && !file.includes('node_modules'));
  const kinds = sources.flatMap((file) => [...readFileSync(new URL(file, domain), 'utf8').matchAll(/\btype: '([a-z]+\.[a-zA-Z]+)'/g)].map(([, kind = '']) => kind));
  expect(new Set(kinds).size).toBeGreaterThan(70);
  // A kind without a sentence is told as "Lamp: put out".
  expect(kinds.filter((kind) => kindWords(kind).includes(': '))).toEqual([]);
});

test('R-171 Ids are told as the names they stand for, lists by what they are called, and nothing as code', () => {
  const [ana, task, queue] = ['01a20137-8371-74b9-ae28-93046d381e01', '01a20137-8371-74b9-ae28-93046d381e02', '01a20137-8371-74b9-ae28-93046d381e03'];
  const nameOf = (id: string) => ({ [ana]: 'Ana Reyes', [queue]: 'Support' })[id];
  expect(saidIn({ taskId: task, queueId: queue, from: ana, wasWaiting: true, slot: 1, of: null }, { subjectId: task, nameOf })).toBe('queue: Support · from: Ana Reyes · was waiting: yes · slot: 1');
  expect(saidIn({ name: 'teams', items: [{ id: 'a', label: 'Account team', tier: 2 }, { id: 'b', label: 'Back office' }] })).toBe('name: teams · items: Account team, Back office');
  expect(saidIn({ customerId: task, grant: { kind: 'refund', amount: 25 } })).toBe('grant: kind refund, amount 25');
});

test('R-171 A span of days begins with the first and ends after the last', () => {
  const from = Date.parse(momentOf('2026-03-02') ?? '');
  expect(Date.parse(momentOf('2026-03-02', 1) ?? '') - from).toBe(24 * 3_600_000);
  expect(momentOf('')).toBeUndefined();
});
