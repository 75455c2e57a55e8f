import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scratchHouse, type ScratchHouse } from './scratch-house.ts';

// In pieces: a test of this house is never left out.
const leftOut = 'ski' + 'p';

describe('npm test', () => {
  let house: ScratchHouse;
  beforeAll(() => {
    house = scratchHouse();
    house.write('vitest.config.ts', "export default { test: { include: ['planted/*.test.ts'] } };\n");
    house.write('planted/good.test.ts', "import { test } from 'vitest';\ntest('one', () => {});\ntest('two', () => {});\n");
  });
  afterAll(() => house.remove());

  const lastLine = (said: string) => said.trimEnd().split('\n').at(-1);

  test('ends well, and its last line counts the tests', async () => {
    const { code, said } = await house.run('scripts/test.ts', '--only', 'tests');
    expect(lastLine(said)).toBe('2 passed, 0 failed, 0 skipped');
    expect(code).toBe(0);
  });

  test('a failure, a file that does not load and a test left out are all counted', async () => {
    house.write('planted/bad.test.ts', `import { test } from 'vitest';\ntest('bad', () => { throw new Error('bad'); });\ntest.${leftOut}('later', () => {});\n`);
    house.write('planted/broken.test.ts', "import './not-there.ts';\n");
    const { code, said } = await house.run('scripts/test.ts', '--only', 'tests');
    expect(lastLine(said)).toBe('2 passed, 2 failed, 1 skipped');
    const end = said.slice(said.lastIndexOf('JSON report'));
    expect(end).toContain('✗ tests: planted/bad.test.ts: bad\n    Error: bad');
    expect(end).toContain('✗ tests: planted/broken.test.ts: ');
    expect(code).toBe(1);
  });

  test('what lives by the clock on the wall may show once that it stands alone; nothing else may', async () => {
    house.removeFolder('planted');
    const fallsOnce = (mark: string) => `import { existsSync, writeFileSync } from 'node:fs';\nimport { test } from 'vitest';\ntest('trips', () => { if (!existsSync('${mark}')) { writeFileSync('${mark}', ''); throw new Error('tripped'); } });\n`;
    house.write('vitest.config.ts', "export default { test: { include: ['voice/planted/*.test.ts', 'planted/*.test.ts'] } };\n");
    house.write('voice/planted/sound.test.ts', `${fallsOnce('sound.mark')}test('falls', () => { throw new Error('fell'); });\n`);
    const { said, code } = await house.run('scripts/test.ts', '--only', 'tests');
    expect(said).toContain('~ tests, beside others: voice/planted/sound.test.ts: trips');
    expect(said).toContain('✗ tests: voice/planted/sound.test.ts: falls');
    expect(lastLine(said)).toBe('1 passed, 1 failed, 0 skipped');
    expect(code).toBe(1);

    house.removeFolder('voice/planted');
    house.write('planted/rule.test.ts', fallsOnce('rule.mark'));
    expect(lastLine((await house.run('scripts/test.ts', '--only', 'tests')).said)).toBe('0 passed, 1 failed, 0 skipped');
  });

  test('a lane that is a program fails as one', async () => {
    house.write('bench/main.ts', 'process.exit(3);\n');
    const { code, said } = await house.run('scripts/test.ts', '--only', 'bench');
    expect(lastLine(said)).toBe('0 passed, 1 failed, 0 skipped');
    expect(code).toBe(1);
  });

  test('a lane that is not there is named, and nothing is called fine', async () => {
    expect(await house.run('scripts/test.ts', '--only', 'nothing')).toMatchObject({ code: 2, said: expect.stringContaining('postgres15') });
    expect(await house.run('scripts/test.ts', 'nothing')).toMatchObject({ code: 2 });
  });
}, 300_000);
