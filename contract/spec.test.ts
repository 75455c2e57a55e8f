import { expect, test } from 'vitest';
import { desk } from './desk.ts';
import { id, line, text } from './spec.ts';
import { tasks } from './tasks.ts';

test('Half a character and a NUL are refused in words wherever people write, and whole ones are taken', () => {
  for (const odd of ['\uD83D half', 'half \uDE00', 'nul\0'])
    for (const shape of [id, line(200), text(200)]) expect(shape.safeParse(odd).error?.issues, JSON.stringify(odd)).toHaveLength(1);
  for (const shape of [id, line(200), text(200)]) expect(shape.safeParse('🙂 Ünï 中').success).toBe(true);
  expect(text(200).safeParse('two\nlines\t').success).toBe(true);
});

test('The names of what a draft holds, and of rules, are plain too', () => {
  const draft = (field: string) => tasks.saveDraft.input.safeParse({ taskId: 't', kind: 'note', content: { [field]: 'x' } }).success;
  expect(['discussed', '\0', '\uD83D', '../'].map(draft)).toEqual([true, false, false, false]);
  expect(desk.setRuleLevel.input.safeParse({ rule: '\uD83D', level: 'off' }).success).toBe(false);
});
