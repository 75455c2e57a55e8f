import { levelOf } from '@firstline/domain/rule.ts';
import { ALL_RULES, type HouseRule } from '@firstline/domain/rules.ts';
import { MADE, table } from './table.ts';

/** The law of the house as settings ship it. */
export const rulesPage = (): string => {
  const rules = Object.values(ALL_RULES);
  const subjects = [...new Set(rules.map(({ subject }) => subject))].sort();
  return [
    MADE,
    '# House rules',
    `${rules.length} rules, as shipped. An administrator may set each to *enforced*, *warned* or *off*, for the house or for one queue.`,
    'An enforced rule cannot be passed; a warned one can, by somebody who says so, and the journal keeps that.',
    ...subjects.flatMap((subject) => [`## ${subject}`, tableOf(rules.filter((rule) => rule.subject === subject))]),
    '',
  ].join('\n\n').trimEnd() + '\n';
};

const tableOf = (rules: HouseRule[]): string =>
  table(
    ['Rule', 'Sentence', 'Level', 'Guards', 'Rows'],
    rules.map((rule) => [
      `[${rule.name}](../domain/${rule.subject}/rules/${rule.name}.ts)`,
      rule.says,
      levelOf(rule, {}),
      rule.guards.join(', '),
      rule.from.join(', '),
    ]),
  );
