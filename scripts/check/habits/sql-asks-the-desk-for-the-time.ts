import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { isSource, isTest, nodesOf, parsed, placeOf } from '../../sources.ts';
import type { Habit } from './habit.ts';

/** What of the database's own clock a statement could ask. */
const CLOCK = /(?<![\w.])(now\(\)|clock_timestamp\(\)|statement_timestamp\(\)|current_timestamp\b)/i;
const STATEMENT = /\b(select|insert|update|delete|values|where|set)\b/i;

export const sqlAsksTheDeskForTheTime: Habit = {
  says: 'A statement of a subject asks desk_now(), which a test can move.',
  bad: 'where due_at <= now()',
  good: 'where due_at <= desk_now()',
  find: (files) =>
    files
      .filter((path) => path.startsWith('server/') && !path.startsWith('server/platform/') && !isTest(path))
      .flatMap((path) => (path.endsWith('.sql') ? inStatements(path) : isSource(path) ? inTemplates(path) : [])),
};

const inStatements = (path: string): string[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, at) => (CLOCK.test(line.replace(/--.*/, '')) ? [`${path}:${at + 1}`] : []));

const inTemplates = (path: string): string[] =>
  [...nodesOf(parsed(path))]
    .filter((node) => ts.isStringLiteralLike(node) || ts.isTemplateExpression(node))
    .filter((node) => CLOCK.test(node.getText()) && STATEMENT.test(node.getText()))
    .map(placeOf);
