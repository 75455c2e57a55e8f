import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { filesUnder, isSource, isTest, nodesOf, parsed } from '../sources.ts';
import type { Part } from './part.ts';

/** Every rule is named by its file, stands in its subject's list and in the law of the house, and has its examples. */
export const ruleFiles: Part = {
  name: 'rules',
  find: async () => {
    const law = existsSync('domain/rules.ts') ? await namesInTheLaw() : new Set<string>();
    return filesUnder('domain')
      .filter((path) => /^domain\/[^/]+\/rules\/[^/]+\.ts$/.test(path) && isSource(path))
      .filter((path) => !isTest(path) && basename(path) !== 'index.ts')
      .flatMap((path) => wrongWith(path, law).map((fault) => `${path}: ${fault}`));
  },
};

const wrongWith = (path: string, law: Set<string>): string[] => {
  const name = basename(path, '.ts');
  const constant = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const index = join(dirname(path), 'index.ts');
  return [
    !namesOf(path).includes(name) && `holds no rule with name: '${name}'. A rule is called what its file is called.`,
    !existsSync(path.replace(/\.ts$/, '.test.ts')) && `has no examples. Add ${name}.test.ts beside it.`,
    !(existsSync(index) && isListed(index, constant)) && `stands in no list. Import ${constant} in ${index} and put it where it is heard.`,
    !law.has(name) && 'is missing from ALL_RULES in domain/rules.ts, so no page and no setting knows it.',
  ].filter((fault) => fault !== false);
};

const namesInTheLaw = async (): Promise<Set<string>> => {
  const { ALL_RULES } = (await import(pathToFileURL('domain/rules.ts').href)) as { ALL_RULES: Record<string, unknown> };
  return new Set(Object.keys(ALL_RULES));
};

const namesOf = (path: string): string[] =>
  [...nodesOf(parsed(path))]
    .filter(ts.isPropertyAssignment)
    .filter(({ name, initializer }) => name.getText() === 'name' && ts.isStringLiteral(initializer))
    .map(({ initializer }) => (initializer as ts.StringLiteral).text);

/** An import alone is not a place in a list: the name must stand inside an array. */
const isListed = (index: string, constant: string): boolean =>
  [...nodesOf(parsed(index))].some(
    (node) => ts.isIdentifier(node) && node.text === constant && ts.isArrayLiteralExpression(node.parent),
  );
