import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scratchHouse, type ScratchHouse } from './scratch-house.ts';

// In pieces: this file obeys the habits that it plants.
const mark = 'TO' + 'DO';
const alone = 'on' + 'ly';
const home = ['', 'home', 'ana', 'desk'].join('/');

/** What is found → where it is planted and what stands there. */
const PLANTED: [finds: string, path: string, text: string][] = [
  ['error TS2322', 'server/planted-type.ts', "export const count: number = 'one';"],
  ['no-floating-promises', 'server/planted-promise.ts', 'const send = async () => 1;\nexport const planted = () => {\n  send();\n};'],
  ['no-misused-promises', 'server/planted-misuse.ts', 'export const planted = (tell: (then: () => void) => void) => tell(async () => {});'],
  ['rules-of-hooks', 'web/tasks/planted-hook.tsx', "import { useState } from 'react';\nexport const Planted = ({ open }: { open: boolean }) => {\n  if (open) useState(1);\n  return null;\n};"],
  ['no-console', 'server/planted-console.ts', "export const planted = () => console.log('here');"],
  ['no-restricted-imports', 'web/tasks/planted-words.ts', "export { default as words } from 'i18next';"],
  ['no-restricted-properties', 'domain/planted-chance.ts', 'export const planted = () => Math.random();'],
  ['domain/planted-file.ts', 'domain/planted-file.ts', 'export const planted = 1;'],
  ['plantedExport', 'domain/planted-used.ts', 'export const used = 1;\nexport const plantedExport = 2;'],
  ['has no examples', 'domain/tasks/rules/planted-rule.ts', "export const plantedRule = { name: 'planted-rule' };"],
  ['stands in no list', 'domain/tasks/rules/planted-rule.ts', "export const plantedRule = { name: 'planted-rule' };"],
  ['is missing from ALL_RULES', 'domain/tasks/rules/planted-rule.ts', "export const plantedRule = { name: 'planted-rule' };"],
  ['A rule is called what its file is called', 'domain/tasks/rules/planted-name.ts', "export const plantedName = { name: 'another-name' };"],
  ['web/tasks/planted-text.tsx:1 Close the task', 'web/tasks/planted-text.tsx', 'export const Planted = () => <p>Close the task</p>;'],
  ['web/tasks/planted-label.tsx:1', 'web/tasks/planted-label.tsx', "export const Planted = () => <p title={'Close'} />;"],
  ['web/tasks/planted-choice.tsx:1', 'web/tasks/planted-choice.tsx', "export const Planted = ({ on }: { on: boolean }) => <p>{on ? 'On' : null}</p>;"],
  ['server/planted-alone.test.ts:1', 'server/planted-alone.test.ts', `test.${alone}('planted', () => {});`],
  ['server/planted-sleep.test.ts:1', 'server/planted-sleep.test.ts', 'setTimeout(() => {}, 100);'],
  ['server/planted-mark.ts:1', 'server/planted-mark.ts', `// ${mark}: the rest\nexport {};`],
  ['docs/planted.md:1', 'docs/planted.md', `The data lies in ${home}.`],
  ['package-lock.json:', 'package-lock.json', '{\n"resolved": "https://registry.example/zod.tgz"\n}'],
  ['server/planted-long.ts: 301 lines', 'server/planted-long.ts', 'export {};\n'.repeat(300) + 'export {};'],
  ['domain/planted-clock.ts:1', 'domain/planted-clock.ts', 'export const planted = () => new Date();'],
  ['server/tasks/planted-clock.ts:1', 'server/tasks/planted-clock.ts', "export const planted = 'select 1 where now() > due_at';"],
  ['planted.do', 'contract/planted.ts', "import { commandSpec } from './spec.ts';\nexport const planted = { do: commandSpec('planted.do', ['agent'], 'Does.', {}) };"],
  ['docs/rules.md is not what the code says', 'docs/rules.md', 'Old.'],
];

/** The same things done well: a check that always complains would pass the table above. */
const FINE: [path: string, text: string][] = [
  ['web/tasks/planted-fine.tsx', "import { t } from '../platform/words.ts';\nexport const Planted = ({ name }: { name: string }) => <p title={t('Close')} className=\"row\">{t('Close')} · {`${name}…`} fl</p>;"],
  ['web/stories/planted-fine.tsx', 'export const Planted = () => <p>Any words</p>;'],
  ['domain/planted-fine.ts', 'export const planted = (at: string) => new Date(at);'],
  ['server/tasks/planted-fine.ts', "export const planted = 'select 1 where desk_now() > due_at';"],
  ['server/planted-awaited.ts', 'const send = async () => 1;\nexport const planted = async () => {\n  await send();\n};'],
];

describe('the check finds', () => {
  let house: ScratchHouse;
  let said = '';
  let code = 0;

  beforeAll(async () => {
    house = scratchHouse();
    for (const [path, text] of [...PLANTED.map(([, ...plant]) => plant), ...FINE]) house.write(path, `${text}\n`);
    house.append('domain/policy.ts', "export { used as plantedUse } from './planted-used.ts';\n");
    ({ code, said } = await house.run('scripts/check.ts'));
  }, 600_000);
  afterAll(() => house.remove());

  test.each(PLANTED)('%s in %s', (finds) => {
    expect(said).toContain(finds);
  });

  test.each(FINE)('nothing wrong in %s', (path) => {
    expect(said.split('\n').filter((line) => line.includes(`${path}:`))).toEqual([]);
  });

  test('and fails', () => {
    expect(code).toBe(1);
  });

  test('a part that is not there is named, and nothing is called fine', async () => {
    expect(await house.run('scripts/check.ts', 'spelling')).toMatchObject({ code: 2, said: expect.stringContaining('spelling') });
  });
});
