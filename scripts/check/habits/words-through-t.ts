import ts from 'typescript';
import { isTest, nodesOf, parsed, placeOf } from '../../sources.ts';
import type { Habit } from './habit.ts';

/** Attributes that a person reads or hears. */
const READ = new Set(['aria-label', 'aria-description', 'aria-placeholder', 'aria-roledescription', 'aria-valuetext', 'title', 'placeholder', 'label', 'alt', 'hint']);

/** Marks and key caps that are the same in every language. */
const NO_WORDS = new Set(['fl', 'firstline', 'ctrl', 'alt', 'shift', 'esc', 'tab', 'enter', 'kb', 'mb']);

const hasWords = (text: string): boolean =>
  (text.match(/\p{L}{2,}/gu) ?? []).some((word) => !NO_WORDS.has(word.toLowerCase()));

export const wordsThroughT: Habit = {
  says: 'Every word a person reads goes through the catalogue.',
  bad: '<button title="Close task">Close</button>',
  good: "<button title={t('Close task')}>{t('Close')}</button>",
  find: (files) =>
    files
      .filter((path) => /^web\/.*\.tsx$/.test(path) && !isTest(path))
      .filter((path) => !path.startsWith('web/stories/') && !path.endsWith('.stories.tsx'))
      .flatMap((path) => [...nodesOf(parsed(path))].filter(isBareWord).map((node) => `${placeOf(node)} ${shortened(node.getText())}`)),
};

const isBareWord = (node: ts.Node): boolean => {
  if (ts.isJsxText(node)) return hasWords(node.text);
  if (!isText(node) || !hasWords(wordsOf(node))) return false;
  const shown = showsIn(node);
  if (!shown) return false;
  return ts.isJsxAttribute(shown) ? READ.has(shown.name.getText()) : true;
};

const isText = (node: ts.Node): node is ts.StringLiteralLike | ts.TemplateExpression =>
  ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);

const wordsOf = (node: ts.StringLiteralLike | ts.TemplateExpression): string =>
  ts.isTemplateExpression(node) ? [node.head, ...node.templateSpans.map(({ literal }) => literal)].map(({ text }) => text).join(' ') : node.text;

/** The attribute or element that shows this text as it stands: through choices and plain joining, not through a call. */
const showsIn = (node: ts.Node): ts.JsxAttribute | ts.JsxElement | ts.JsxFragment | undefined => {
  const { parent } = node;
  if (ts.isJsxAttribute(parent)) return parent;
  if (ts.isJsxExpression(parent)) return ts.isJsxAttribute(parent.parent) ? parent.parent : (parent.parent as ts.JsxElement);
  if (ts.isParenthesizedExpression(parent)) return showsIn(parent);
  if (ts.isConditionalExpression(parent)) return parent.condition === node ? undefined : showsIn(parent);
  if (ts.isBinaryExpression(parent)) return SHOWS_ITS_RIGHT.has(parent.operatorToken.kind) ? showsIn(parent) : undefined;
  return undefined;
};

const SHOWS_ITS_RIGHT = new Set([
  ts.SyntaxKind.PlusToken,
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
]);

const shortened = (text: string) => text.trim().replace(/\s+/g, ' ').slice(0, 60);
