import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scratchHouse, type ScratchHouse } from './scratch-house.ts';

const law = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as { forbidden: { name: string }[] };

const SUBJECTS = [
  'reporting', 'quality', 'operations', 'escalation', 'tasks', 'assist', 'guidance',
  'booking', 'conversations', 'desk', 'knowledge', 'customers', 'platform',
];

/** Law → a file that breaks it and what that file imports. */
const FORBIDDEN: [law: string, from: string, imports: string][] = [
  ['domain-imports-nothing', 'domain/tasks/planted-contract.ts', '@firstline/contract/spec.ts'],
  ['domain-imports-nothing', 'domain/tasks/planted-package.ts', 'zod'],
  ['domain-imports-nothing', 'domain/tasks/planted-builtin.ts', 'node:fs'],
  ['domain-tests-stay-pure', 'domain/tasks/planted.test.ts', '@firstline/contract/spec.ts'],
  ['contract-imports-domain-only', 'contract/planted-server.ts', '@firstline/server/planted.ts'],
  ['contract-imports-domain-only', 'contract/planted-package.ts', 'uuid'],
  ['contract-widget-imports-nothing', 'contract/widget/planted.ts', '@firstline/domain/policy.ts'],
  ['platform-knows-no-subject', 'server/platform/planted.ts', '../tasks/index.ts'],
  ...SUBJECTS.slice(1).map((subject, at): [string, string, string] => [
    `server-${subject}-calls-right-only`, `server/${subject}/planted-left.ts`, `../${SUBJECTS[at]}/index.ts`,
  ]),
  ['server-front-doors-only', 'server/tasks/planted-inside.ts', '../customers/planted-inner.ts'],
  ['server-is-joined-at-the-top', 'server/tasks/planted-top.ts', '../planted.ts'],
  ['server-knows-no-screen', 'server/tasks/planted-screen.ts', '@firstline/web/tasks/planted-screen.tsx'],
  ['subjects-know-no-situation', 'server/tasks/planted-situation.ts', '@firstline/situations/planted.ts'],
  ['web-asks-by-contract', 'web/tasks/planted-server.ts', '@firstline/server/tasks/index.ts'],
  ['web-subjects-do-not-meet', 'web/tasks/planted-sideways.ts', '../customers/planted-screen.tsx'],
  ['web-subjects-do-not-meet', 'web/tasks/planted-up.ts', '../app/planted.ts'],
  ['web-ui-means-nothing', 'web/ui/planted-subject.ts', '../tasks/planted-screen.tsx'],
  ['web-ui-takes-types-only', 'web/ui/planted-policy.ts', '@firstline/domain/policy.ts'],
  ['web-platform-knows-no-subject', 'web/platform/planted.ts', '../tasks/planted-screen.tsx'],
  ['voice-knows-no-subject', 'voice/planted-subject.ts', '@firstline/server/tasks/index.ts'],
  ['voice-behind-its-door', 'server/tasks/planted-mixer.ts', '@firstline/voice/planted-engine.ts'],
  ['voice-behind-its-door', 'web/tasks/planted-mixer.ts', '@firstline/voice/planted-engine.ts'],
  ['voice-provider-stands-alone', 'voice/provider/planted-engine.ts', '../planted-engine.ts'],
  ['played-days-use-no-screen', 'situations/planted-screen.ts', '@firstline/web/tasks/planted-screen.tsx'],
  ['played-days-use-no-screen', 'bench/planted-screen.ts', '@firstline/web/tasks/planted-screen.tsx'],
  ['nothing-ships-its-tests', 'server/tasks/planted-testing.ts', '@firstline/testing/examples.ts'],
  ['nothing-ships-its-tests', 'domain/planted-testing.ts', '@firstline/testing/examples.ts'],
  ['nothing-ships-its-tests', 'voice/planted-testing.ts', '@firstline/testing/examples.ts'],
  ['nothing-ships-its-tests', 'server/tasks/planted-trial.ts', './planted.trials.ts'],
  ['tests-stand-alone', 'testing/planted-test.test.ts', '@firstline/domain/tasks/planted.test.ts'],
  ['tools-are-not-parts', 'bench/planted-tool.ts', '../scripts/capture.ts'],
  ['no-circles', 'domain/planted-one.ts', './planted-other.ts'],
  ['found', 'domain/planted-lost.ts', './there-is-no-such-file.ts'],
];

/** What stays allowed: a law that forbids everything would pass the table above. */
const ALLOWED: [from: string, imports: string][] = [
  ['domain/planted-neighbour.ts', './policy.ts'],
  ['domain/tasks/planted-allowed.test.ts', '@firstline/testing/examples.ts'],
  ['server/tasks/planted.trials.ts', '@firstline/testing/examples.ts'],
  ['contract/planted-allowed.ts', '@firstline/domain/policy.ts'],
  ['server/tasks/planted-right.ts', '../conversations/index.ts'],
  ['server/tasks/planted-platform.ts', '../platform/planted-inner.ts'],
  ['server/planted-joins.ts', './tasks/index.ts'],
  ['server/tasks/planted-calls.ts', '@firstline/voice/provider/planted-words.ts'],
  ['server/tasks/planted-parent.ts', '@firstline/voice/supervise.ts'],
  ['voice/planted-facts.ts', '@firstline/domain/policy.ts'],
  ['web/tasks/planted-ui.ts', '../ui/planted-piece.ts'],
  ['web/app/planted-joins.ts', '../tasks/planted-screen.tsx'],
  ['situations/planted-server.ts', '@firstline/server/planted.ts'],
];

const TARGETS = [
  ...SUBJECTS.slice(0, -1).map((subject) => `server/${subject}/index.ts`),
  'server/planted.ts', 'server/customers/planted-inner.ts', 'server/platform/planted-inner.ts',
  'voice/planted-engine.ts', 'voice/provider/planted-words.ts',
  'situations/planted.ts', 'web/tasks/planted-screen.tsx', 'web/customers/planted-screen.tsx', 'web/app/planted.ts', 'web/ui/planted-piece.ts',
];

describe('who may import whom', () => {
  let house: ScratchHouse;
  let said = '';

  beforeAll(async () => {
    house = scratchHouse();
    for (const target of TARGETS) house.write(target, 'export const planted = 1;\n');
    for (const [from, imports] of [...ALLOWED, ...FORBIDDEN.map(([, ...plant]) => plant)]) house.write(from, `import '${imports}';\n`);
    house.write('domain/planted-other.ts', "import './planted-one.ts';\n");
    house.write('web/ui/planted-type.ts', "import type { Policy } from '@firstline/domain/policy.ts';\nexport type Planted = Policy;\n");
    ({ said } = await house.run('scripts/check.ts', 'imports'));
  }, 300_000);
  afterAll(() => house.remove());

  test.each(FORBIDDEN)('%s: refused in %s', (name, from) => {
    expect(said.split('\n').filter((line) => line.includes(`${from} → `) && line.endsWith(`: ${name}`))).not.toEqual([]);
  });

  test.each([...ALLOWED, ['web/ui/planted-type.ts', 'a type']])('allowed in %s', (from) => {
    expect(said).not.toContain(`${from} → `);
  });

  test('every line of the law has been seen to fail', () => {
    expect(law.forbidden.map(({ name }) => name).filter((name) => !FORBIDDEN.some(([planted]) => planted === name))).toEqual([]);
  });

  test('the checker saw the whole tree', () => {
    expect(said).not.toContain('The import checker saw');
  });

  test('a checker that goes blind is noticed, as with TypeScript 7', async () => {
    const blind = scratchHouse();
    const at = (path: string) => join(blind.root, 'node_modules', path);
    // The cruiser reads the TypeScript beside it, so it moves beside one that calls itself 7.
    for (const path of ['typescript', 'dependency-cruiser', '.bin']) rmSync(at(path));
    cpSync(resolve('node_modules/dependency-cruiser'), at('dependency-cruiser'), { recursive: true });
    mkdirSync(at('.bin'));
    symlinkSync('../dependency-cruiser/bin/dependency-cruise.mjs', at('.bin/depcruise'));
    blind.write('node_modules/typescript/package.json', JSON.stringify({ name: 'typescript', version: '7.0.2', main: 'seven.cjs' }));
    blind.write('node_modules/typescript/seven.cjs', `module.exports = { ...require(${JSON.stringify(resolve('node_modules/typescript'))}), version: '7.0.2' };`);

    const { code, said: complaint } = await blind.run('scripts/check.ts', 'imports');
    blind.remove();
    expect(complaint).toMatch(/The import checker saw \d of \d{2,} files/);
    expect(code).toBe(1);
  }, 300_000);
});

test('TypeScript stays below 7 until the checkers can read it', () => {
  const { version } = JSON.parse(readFileSync('node_modules/typescript/package.json', 'utf8')) as { version: string };
  expect(Number(version.split('.')[0])).toBeLessThan(7);
});
