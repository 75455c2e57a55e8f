import ts from 'typescript';
import { nodesOf, parsed, placeOf } from '../scripts/sources.ts';

/** What is handed to these is done later, or told to nobody. */
const LATER = new Set(['useCallback', 'useSteady', 'useEffect', 'useLayoutEffect']);

/**
 * The places of a file where the rules are asked and the answer goes nowhere: it is followed from name to name to what the
 * screen draws or hands on. A guard inside of what a button does says nothing to anybody.
 */
export const unheardChecks = (path: string): string[] =>
  [...nodesOf(parsed(path))].filter((node) => isCall(node, 'check') && !isHeard(node)).map(placeOf);

const isCall = (node: ts.Node, name: string): node is ts.CallExpression => ts.isCallExpression(node) && node.expression.getText() === name;

const isFunction = (node: ts.Node): node is ts.ArrowFunction | ts.FunctionExpression | ts.FunctionDeclaration =>
  ts.isArrowFunction(node) || ts.isFunctionExpression(node) || ts.isFunctionDeclaration(node);

const isHeard = (asked: ts.Node): boolean => {
  const screen = outermost(asked);
  if (!screen?.body) return true;
  const named = new Map([...nodesOf(screen.body)].filter(ts.isVariableDeclaration).flatMap((one) => namesIn(one.name).map((name) => [name, one.initializer] as const)));
  const followed = new Set<ts.Node>();

  /** Whether what `node` comes to depends on the answer. */
  const reaches = (node: ts.Node): boolean => {
    if (node === asked) return true;
    if (isFunction(node) && node !== screen) return isDoneAtOnce(node) && bodyReaches(node);
    if (ts.isIdentifier(node) && named.has(node.text)) return nameReaches(node);
    return ts.forEachChild(node, (child) => reaches(child) || undefined) ?? false;
  };
  const bodyReaches = ({ body }: { body?: ts.Node }): boolean => body !== undefined && (ts.isBlock(body) ? saidBy(body).some(reaches) : reaches(body));
  const nameReaches = (name: ts.Identifier): boolean => {
    const is = named.get(name.text);
    if (!is || followed.has(is)) return false;
    if (isFunction(is) && !isCalled(name) && !isHandedOn(name)) return false;
    followed.add(is);
    return isFunction(is) ? bodyReaches(is) : reaches(is);
  };
  return bodyReaches(screen);
};

const outermost = (node: ts.Node): ts.ArrowFunction | ts.FunctionExpression | ts.FunctionDeclaration | undefined => {
  let found: ReturnType<typeof outermost>;
  for (let at = node; at.parent; at = at.parent) if (isFunction(at)) found = at;
  return found;
};

const namesIn = (name: ts.BindingName): string[] =>
  ts.isIdentifier(name) ? [name.text] : name.elements.flatMap((one) => (ts.isBindingElement(one) ? namesIn(one.name) : []));

/** What a block answers, and on what it depends whether it answers that. */
const saidBy = (block: ts.Block): ts.Node[] =>
  block.statements.flatMap((one) => (ts.isReturnStatement(one) && one.expression ? [one.expression] : ts.isIfStatement(one) ? [one.expression, one.thenStatement] : []));

const isDoneAtOnce = (node: ts.Node): boolean => ts.isCallExpression(node.parent) && !LATER.has(node.parent.expression.getText());
const isCalled = (name: ts.Identifier): boolean => ts.isCallExpression(name.parent) && name.parent.expression === name;
/** A hook that answers how to ask: `breachesOf`. */
const isHandedOn = (name: ts.Identifier): boolean => ts.isShorthandPropertyAssignment(name.parent) && name.text.startsWith('breaches');
