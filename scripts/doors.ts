import { pathToFileURL } from 'node:url';
import { hasDoor, type CommandSpec, type QuerySpec } from '@firstline/contract/spec.ts';
import { filesUnder, isTest } from './sources.ts';

/** All that the contract names: what may be asked, what may be read, and what only the machinery asks. */
export const doors = async (): Promise<{ commands: CommandSpec[]; queries: QuerySpec[]; inner: CommandSpec[] }> => {
  const pages = filesUnder('contract').filter((path) => /^contract\/[^/]+\.ts$/.test(path) && !isTest(path));
  const modules = await Promise.all(pages.map((path) => import(pathToFileURL(path).href) as Promise<Record<string, unknown>>));
  const specs = modules.flatMap((module) => Object.values(module).flatMap(specsOf));
  const commands = specs.filter((spec) => !('answer' in spec));
  return {
    commands: commands.filter(hasDoor),
    inner: commands.filter((spec) => !hasDoor(spec)),
    queries: specs.filter((spec): spec is QuerySpec => 'answer' in spec),
  };
};

const specsOf = (exported: unknown): (CommandSpec | QuerySpec)[] =>
  typeof exported === 'object' && exported !== null ? Object.values(exported).filter(isSpec) : [];

const isSpec = (value: unknown): value is CommandSpec | QuerySpec =>
  typeof value === 'object' && value !== null && 'name' in value && 'who' in value && 'input' in value;
