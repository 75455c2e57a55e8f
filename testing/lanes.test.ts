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
