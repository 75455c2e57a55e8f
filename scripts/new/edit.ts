import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { nodesOf } from '../sources.ts';

type List = ts.ArrayLiteralExpression | ts.ObjectLiteralExpression;

const read = (path: string) => readFileSync(path, 'utf8');
const parse = (text: string) => ts.createSourceFile('edited.ts', text, ts.ScriptTarget.Latest, true);

/** The file with one more import, among its neighbours in the order of their paths. */
export const withImport = (text: string, name: string, from: string): string => {
  const imports = parse(text).statements.filter(ts.isImportDeclaration);
  const folder = (path: string) => path.slice(0, path.lastIndexOf('/') + 1);
  const pathOf = ({ moduleSpecifier }: ts.ImportDeclaration) => (moduleSpecifier as ts.StringLiteral).text;
  const neighbours = imports.filter((known) => folder(pathOf(known)) === folder(from));
  const line = `import { ${name} } from '${from}';\n`;
  const after = neighbours.find((known) => pathOf(known) > from);
  if (after) return text.slice(0, after.getStart()) + line + text.slice(after.getStart());
  const before = (neighbours.at(-1) ?? imports.at(-1))?.getEnd();
  return before === undefined ? `${line}\n${text}` : `${text.slice(0, before)}\n${line.trimEnd()}${text.slice(before)}`;
};

/** The file with one more entry at the end of the list that `find` picks. */
export const withEntry = (text: string, find: (node: ts.Node) => boolean, entry: string): string | undefined => {
  const list = [...nodesOf(parse(text))].find((node): node is List => isList(node) && find(node));
  if (!list) return undefined;
  const items: readonly ts.Node[] = ts.isArrayLiteralExpression(list) ? list.elements : list.properties;
  const last = items.at(-1);
  if (!last) return `${text.slice(0, list.getStart() + 1)}${entry}${text.slice(list.getEnd() - 1)}`;
  const onLines = text.slice(last.getEnd(), list.getEnd()).includes('\n');
  const indent = /[^\n]*$/.exec(text.slice(0, last.getStart()))?.[0].match(/^\s*/)?.[0] ?? '';
  const trailing = /^\s*,/.test(text.slice(last.getEnd()));
  const added = onLines ? `,\n${indent}${entry}${trailing ? '' : ','}` : `, ${entry}`;
  return text.slice(0, last.getEnd()) + added + text.slice(last.getEnd());
};

const isList = (node: ts.Node): node is List => ts.isArrayLiteralExpression(node) || ts.isObjectLiteralExpression(node);

/** The name a list is known by: `const closing = […]`, or `commands: […]`. */
export const listName = (node: ts.Node): string | undefined => {
  const { parent } = node;
  return ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) ? parent.name.getText() : undefined;
};

/** Names of the lists that a file declares with an element type such as `Rule`. */
export const listsOf = (path: string, element: string): string[] =>
  [...nodesOf(parse(read(path)))]
    .filter(ts.isVariableDeclaration)
    .filter(({ type }) => type?.getText().startsWith(`${element}<`))
    .map(({ name }) => name.getText());
