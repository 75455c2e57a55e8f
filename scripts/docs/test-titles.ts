import ts from 'typescript';
import { ALL_RULES } from '@firstline/domain/rules.ts';
import { filesUnder, isTest, nodesOf, parsed } from '../sources.ts';

/** A test by its title, with what the titles around it say before it. */
export type Told = { path: string; title: string; ids: string[] };

/** Every test of the house, with the ids that its title, or one around it, carries. */
export const testTitles = (): Told[] =>
  filesUnder().filter(isTest).flatMap((path) =>
    [...nodesOf(parsed(path))].filter(ts.isCallExpression).flatMap((call) => told(path, call)),
  );

const told = (path: string, call: ts.CallExpression): Told[] => {
  const [first, second] = call.arguments;
  if (!first) return [];
  const asked = call.expression.getText();
  if (asked === 'examples') return examplesOf(path, first);
  if (asked === 'withCollected' && second) return titled(path, call, second);
  return isCalled(call, /^(test|it)\b/) ? titled(path, call, first) : [];
};

const titled = (path: string, call: ts.CallExpression, says: ts.Node): Told[] => {
  const title = titleOf(says);
  const around = describesOf(call).map(titleOf);
  return [{ path, title: withoutIds(title), ids: idsIn([...around, title]) }];
};

/** A table of examples proves the rows that its rule answers. */
const examplesOf = (path: string, first: ts.Node): Told[] => {
  const rule = ALL_RULES[first.getText().replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)];
  return rule ? [{ path, title: rule.says, ids: rule.from }] : [];
};

const isCalled = (call: ts.CallExpression, name: RegExp): boolean =>
  name.test(call.expression.getText()) && call.arguments.length > 1;

const describesOf = (node: ts.Node): ts.Node[] => {
  if (!node.parent) return [];
  const { parent } = node;
  const title = ts.isCallExpression(parent) && isCalled(parent, /^describe\b/) ? parent.arguments[0] : undefined;
  return [...describesOf(parent), ...(title ? [title] : [])];
};

/** A title as written; what is only known when it runs becomes an ellipsis. */
const titleOf = (node: ts.Node): string => {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node)) return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('');
  return '…';
};

const ROW = /\bR-\d{3}\b/g;
const AHEAD = /^((R-\d{3}|[RSPC]\d{1,2})[\s,:]+)+/;
const PROMISE = /\b[RSPC]\d{1,2}\b/g;

/** Rows anywhere in a title; promises only ahead of it, where an "S3" can mean nothing else. */
const idsIn = (titles: string[]): string[] => [
  ...new Set(titles.flatMap((title) => [...(title.match(ROW) ?? []), ...(AHEAD.exec(title)?.[0].match(PROMISE) ?? [])])),
];
const withoutIds = (title: string): string => title.replace(AHEAD, '');
