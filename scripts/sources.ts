import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** What is made, kept or brought in at the root of the house. */
const NOT_OURS = new Set(['node_modules', 'dist', 'data', 'test-results']);

/** Every file of the house below a folder, as paths from the root; folders that begin with a dot are tools' own. */
export const filesUnder = (folder = '.'): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules' && !name.startsWith('.') && !(folder === '.' && NOT_OURS.has(name)))
    .flatMap((entry) => {
      const path = folder === '.' ? entry.name : join(folder, entry.name);
      return entry.isDirectory() ? filesUnder(path) : [path];
    })
    .sort();

export const isSource = (path: string) => /\.[cm]?[jt]sx?$/.test(path) && !path.endsWith('.d.ts');
export const isTest = (path: string) => /\.test\.tsx?$/.test(path);

const read = new Map<string, ts.SourceFile>();

/** A file as TypeScript sees it; read once, however many checks ask. */
export const parsed = (path: string): ts.SourceFile => {
  const known = read.get(path);
  if (known) return known;
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true, kind);
  read.set(path, file);
  return file;
};

/** Every node of a file, outermost first. */
export const nodesOf = function* (node: ts.Node): Generator<ts.Node> {
  yield node;
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) yield* nodesOf(child);
};

export const placeOf = (node: ts.Node): string => {
  const file = node.getSourceFile();
  return `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
};
