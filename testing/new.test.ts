import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LINTER } from '../scripts/check/lint.ts';
import { filesUnder, isSource } from '../scripts/sources.ts';
import { scratchHouse, type ScratchHouse } from './scratch-house.ts';

let house: ScratchHouse;
beforeAll(() => void (house = scratchHouse()));
afterAll(() => house.remove());

const make = (...words: string[]) => house.run('scripts/new.ts', ...words);

/** Runs only the tests at this path, without the databases that others want. */
const testsAt = (path: string): { passed: boolean; said: string } => {
  house.write('vitest.config.ts', 'export default {};\n');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', path], { cwd: house.root, encoding: 'utf8' });
  return { passed: status === 0, said: stdout + stderr };
};

describe('npm run new', () => {
  test('a rule comes with its test and its place in the list, and the check knows it', async () => {
    expect(await make('rule', 'conversations', 'no-shouting')).toMatchObject({ code: 0 });
    expect(house.read('domain/conversations/rules/index.ts')).toMatch(/import \{ noShouting \}[^]*writing: Rule<Writing>\[\] = \[[^\]]*noShouting/);
    expect((await house.run('scripts/check.ts', 'rules')).said).not.toContain('no-shouting');
  });

  test('a new rule fails until somebody writes its examples', () => {
    expect(testsAt('domain/conversations/rules/no-shouting')).toMatchObject({ passed: false });
    house.write(
      'domain/conversations/rules/no-shouting.test.ts',
      house.read('domain/conversations/rules/no-shouting.test.ts').replace('breaks: []', 'breaks: [{ body: 1 }]').replace('keeps: []', 'keeps: [{}]'),
    );
    house.write(
      'domain/conversations/rules/no-shouting.ts',
      house.read('domain/conversations/rules/no-shouting.ts').replace('() => false', "(facts) => 'body' in facts"),
    );
    expect(testsAt('domain/conversations/rules/no-shouting')).toMatchObject({ passed: true });
  });

  test('a rule of a subject with several acts is asked for its act', async () => {
    expect(await make('rule', 'tasks', 'call-before-closing')).toMatchObject({ code: 1, said: expect.stringContaining('closing') });
    expect(await make('rule', 'tasks', 'call-before-closing', 'closing')).toMatchObject({ code: 0 });
    expect(house.read('domain/tasks/rules/index.ts')).toMatch(/closing: Rule<Closing>\[\] = \[[^\]]*callBeforeClosing,\n\]/);
  });

  test('a command comes with its door, its entry and its case', async () => {
    expect(await make('command', 'tasks', 'snooze-task')).toMatchObject({ code: 0 });
    expect(house.read('contract/tasks.ts')).toContain("snooze: commandSpec('tasks.snooze', ['agent']");
    expect(house.read('server/tasks/index.ts')).toMatch(/import \{ snoozeTask \}[^]*commands: \[[^\]]*snoozeTask/);
    expect(house.read('testing/cases.ts')).toContain("'tasks.snooze'");
    expect((await house.run('scripts/check.ts', 'habits')).said).not.toContain('tasks.snooze');
  });

  test('a screen says its words through the catalogue', async () => {
    expect(await make('screen', 'tasks', 'parked-list')).toMatchObject({ code: 0 });
    expect(house.read('web/tasks/parked-list.tsx')).toContain("t('Parked list')");
    expect((await house.run('scripts/check.ts', 'habits')).said).not.toContain('parked-list');
  });

  test('a channel comes with a simulator, and its tests pass', async () => {
    expect(await make('channel', 'pager')).toMatchObject({ code: 0 });
    const { passed, said } = testsAt('server/conversations/channels/pager');
    expect(passed, said).toBe(true);
  });

  test('what was made has the right types and imports only what it may', async () => {
    const { said } = await house.run('scripts/check.ts', 'types', 'imports');
    const made = /no-shouting|call-before-closing|snooze-task|parked-list|channels\/pager|contract\/tasks/;
    // Of those files alone: the rest of the house is linted elsewhere.
    const linted = spawnSync(LINTER.program, [...LINTER.args, ...filesUnder(house.root).filter((path) => isSource(path) && made.test(path))], { cwd: house.root, encoding: 'utf8' });
    expect(linted.error, linted.stderr).toBeUndefined();
    expect(`${said}${linted.stdout}`.split('\n').filter((line) => made.test(line))).toEqual([]);
  }, 600_000);

  test('nothing is written over, and a wrong name is refused with the way to say it', async () => {
    expect(await make('rule', 'conversations', 'no-emoji-in-email')).toMatchObject({ code: 1, said: expect.stringContaining('is there already') });
    expect(await make('screen', 'tasks', 'Parked List')).toMatchObject({ code: 1, said: expect.stringContaining('kebab-case') });
    expect(await make('rule', 'gardening', 'water-daily')).toMatchObject({ code: 1 });
  });
}, 300_000);
