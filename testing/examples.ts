import type { Rule } from '@firstline/domain/rule.ts';
import { describe, expect, test } from 'vitest';

/** Proves a rule's sentence by a table of examples, the odd ones first. */
export const examples = <Facts>(
  rule: Rule<Facts>,
  { breaks, keeps }: { breaks: readonly Facts[]; keeps: readonly Facts[] },
): void => {
  const titles = told([...breaks, ...keeps]);

  describe(`${rule.from.join(' ')} ${rule.says}`, () => {
    breaks.forEach((facts, at) =>
      test(`${rule.says} Broken by ${titles[at]}`, () => {
        expect(rule.brokenBy(facts)).toBe(true);
        expect(rule.because?.(facts) ?? 'said').not.toBe('');
      }),
    );
    keeps.forEach((facts, at) =>
      test(`${rule.says} Kept by ${titles[breaks.length + at]}`, () => {
        expect(rule.brokenBy(facts)).toBe(false);
      }),
    );
  });

  // A table that shows one side only would pass for a rule that always says the same.
  test(`${rule.name} has an example that breaks it and one that keeps it`, () => {
    expect(breaks.length).toBeGreaterThan(0);
    expect(keeps.length).toBeGreaterThan(0);
  });
};

/** What tells each example from the others: facts that most of them share say nothing. */
const told = (all: readonly unknown[]): string[] => {
  const leaves = all.map((facts) => leavesOf(facts));
  const isUsual = (path: string, value: string) =>
    all.length > 1 && leaves.filter((known) => known.get(path) === value).length > all.length / 2;
  return leaves.map((known, at) => {
    const said = [...known].filter(([path, value]) => !isUsual(path, value)).map(([path, value]) => `${path} ${value}`);
    return `${at + 1}: ${shortened(said.join(', ') || 'what is usual here')}`;
  });
};

const leavesOf = (value: unknown, path = ''): Map<string, string> => {
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0)
    return new Map(value === undefined ? [] : [[path, JSON.stringify(value)]]);
  return new Map(
    Object.entries(value).flatMap(([key, part]) => [...leavesOf(part, path ? `${path}.${key}` : key)]),
  );
};

const shortened = (text: string): string => (text.length > 120 ? `${text.slice(0, 119)}…` : text);
