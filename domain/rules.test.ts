import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ALL_RULES, maySetLevel } from './rules.ts';

const files = (['conversations', 'customers', 'tasks', 'desk'] as const).flatMap((subject) =>
  readdirSync(new URL(`./${subject}/rules`, import.meta.url))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== 'index.ts')
    .map((file) => ({ subject, name: file.replace('.ts', '') })),
);

test('R-327 Every rule file stands in a list of its subject, and no list names a rule without a file', () => {
  const known = Object.values(ALL_RULES).map(({ subject, name }) => `${subject}/${name}`);
  expect(known.sort()).toEqual(files.map(({ subject, name }) => `${subject}/${name}`).sort());
});

test.each(Object.values(ALL_RULES))('R-327 $name reads as a sentence and names where it comes from', (rule) => {
  expect(rule.says).toMatch(/^[A-Z].*\.$/);
  expect(rule.from.length).toBeGreaterThan(0);
  for (const row of rule.from) expect(row).toMatch(/^R-\d{3}$/);
  expect(rule.guards.length).toBeGreaterThan(0);
});

test('R-327 Settings find a rule by its name, with all that it guards', () => {
  expect(ALL_RULES['no-emoji-in-email']).toMatchObject({ subject: 'conversations', guards: ['write', 'reply'] });
  expect(ALL_RULES['only-the-holder-works-on-a-task']).toMatchObject({ guards: expect.arrayContaining(['work', 'reply', 'close']) as string[] });
});

test('R-327 The rules of work may be set; those that keep the desk in order, and made-up names, may not', () => {
  expect(['no-emoji-in-email', 'one-task-at-a-time'].filter(maySetLevel)).toHaveLength(2);
  expect(['an-administrator-remains', 'task-is-free', 'close-reason-chosen', 'no-such-rule', 'constructor', ''].filter(maySetLevel)).toEqual([]);
});
