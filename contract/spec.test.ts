import { expect, test } from 'vitest';
import { desk, deskQueries } from './desk.ts';
import { id, line, text } from './spec.ts';
import { taskQueries, tasks } from './tasks.ts';

test('Half a character and a NUL are refused in words wherever people write, and whole ones are taken', () => {
  for (const odd of ['\uD83D half', 'half \uDE00', 'nul\0'])
    for (const shape of [id, line(200), text(200)]) expect(shape.safeParse(odd).error?.issues, JSON.stringify(odd)).toHaveLength(1);
  for (const shape of [id, line(200), text(200)]) expect(shape.safeParse('🙂 Ünï 中').success).toBe(true);
  expect(text(200).safeParse('two\nlines\t').success).toBe(true);
});

test('A moment lies in the years that the database and a comparison of texts know, whatever its zone', () => {
  const visit = (startsAt: string) => tasks.bookAppointment.input.safeParse({ taskId: 't', startsAt, minutes: 30, where: 'x', what: 'y' }).success;
  const shapes = [visit, (at: string) => deskQueries.journal.input.safeParse({ from: at }).success, (at: string) => taskQueries.subTaskShare.input.safeParse({ from: at, to: at }).success];
  for (const [n, takes] of shapes.entries()) {
    expect(['2026-03-02T09:00:00Z', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z', '2024-02-29T00:00:00Z'].map(takes), String(n)).toEqual([true, true, true, true]);
    for (const odd of ['0000-12-31T23:59:59Z', '0001-01-01T00:00:00+01:00', '9999-12-31T23:59:59-01:00', '2026-02-30T09:00:00Z', 'now']) expect(takes(odd), odd).toBe(false);
  }
});

test('The names of what a draft holds, and of rules, are plain too', () => {
  const draft = (field: string) => tasks.saveDraft.input.safeParse({ taskId: 't', kind: 'note', content: { [field]: 'x' } }).success;
  expect(['discussed', '\0', '\uD83D', '../'].map(draft)).toEqual([true, false, false, false]);
  expect(desk.setRuleLevel.input.safeParse({ rule: '\uD83D', level: 'off' }).success).toBe(false);
});
