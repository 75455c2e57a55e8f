import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { unheardChecks } from './unheard-checks.ts';

const folder = mkdtempSync(join(tmpdir(), 'firstline-screens-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let n = 0;
const unheard = (lines: string): number => {
  const path = join(folder, `screen-${(n += 1)}.tsx`);
  writeFileSync(path, lines);
  return unheardChecks(path).length;
};

describe('An answer of the rules is heard', () => {
  test.each([
    ['where it is drawn', 'export const Screen = () => { const breaches = check(list, facts); return <Reasons breaches={breaches} />; };'],
    ['by another name', 'export const Screen = () => { const [first] = check(list, facts); const refused = first && said(first); return <Button refused={refused} />; };'],
    ['where something is not offered', 'export const Screen = () => { const may = check(list, facts).length === 0; if (!may) return null; return <Button />; };'],
    ['through a function that is asked', 'export const useIt = () => { const judge = () => check(list, facts); const breaches = judge(); return { breaches }; };'],
    ['where a hook hands on how to ask', 'export const useIt = () => { const breachesOf = (card) => check(list, { card }); return { breachesOf }; };'],
    ['for each of many', 'export const Screen = () => <Choice options={found.map((one) => ({ refused: check(list, { one })[0] }))} />;'],
  ])('%s', (_, screen) => expect(unheard(screen)).toBe(0));
});

describe('It is ignored', () => {
  test.each([
    ['where nobody takes it', 'export const Screen = () => { check(list, facts); return <Button />; };'],
    ['where only what the button does looks at it', 'export const Screen = () => { const [breach] = check(list, facts); const save = () => { if (breach) return; ask(); }; return <Button onClick={() => save()} />; };'],
    ['where it is asked in what the button does', 'export const Screen = () => <Button onClick={() => check(list, facts).length === 0 && ask()} />;'],
    ['where a hook keeps it to itself', 'export const useIt = () => { const judge = () => check(list, facts); const send = () => { if (judge().length > 0) return; ask(); }; return { send, busy }; };'],
    ['where it goes no further than a name', 'export const Screen = () => { const breaches = check(list, facts); const first = breaches[0]; void first; return <Button />; };'],
  ])('%s', (_, screen) => expect(unheard(screen)).toBe(1));
});
