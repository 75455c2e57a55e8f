import { existsSync, readFileSync } from 'node:fs';
import { listName, withEntry, withImport } from './edit.ts';
import { NotMade, type Made } from './made.ts';
import { camel, sentence } from './names.ts';

/** `npm run new command <subject> <name>` */
export const newCommand = (subject: string, name: string): Made => {
  const contract = `contract/${subject}.ts`;
  const index = `server/${subject}/index.ts`;
  const stores = `server/${subject}/stores.ts`;
  for (const path of [contract, index, stores]) if (!existsSync(path)) throw new NotMade(`${path} is not there: a command needs its subject.`);

  // The first store is what the subject is about: `taskStore` holds tasks.
  const kind = /export const (\w+)Store\b/.exec(readFileSync(stores, 'utf8'))?.[1];
  if (!kind) throw new NotMade(`${stores} holds no store to change.`);
  const door = camel(name.replace(new RegExp(`-${kind}$`), ''));
  const asked = withEntry(
    readFileSync(contract, 'utf8'),
    (node) => listName(node) === subject,
    `${door}: commandSpec('${subject}.${door}', ['agent'], '${sentence(name)}.', { ${kind}Id: id })`,
  );
  const registered = withEntry(readFileSync(index, 'utf8'), (node) => listName(node) === 'commands', camel(name));
  if (!asked || !registered) throw new NotMade(`${asked ? index : contract} has no list to put it in.`);

  const path = `server/${subject}/commands/${name}.ts`;
  const held = existsSync(`server/${subject}/${kind}-command.ts`);
  return {
    files: {
      [path]: (held ? heldFile : plainFile)({ subject, name, door, kind }),
      [`server/${subject}/commands/${name}.test.ts`]: testFile({ subject, name, door, kind }),
    },
    changes: { [contract]: asked, [index]: withImport(registered, camel(name), `./commands/${name}.ts`), ...withCase(`${subject}.${door}`) },
    next: [
      `Say in ${contract} who may ask, in which shape, and in a sentence what it does.`,
      `Write in ${path} what it needs to know, what it is judged by and what then has happened.`,
      'npm run docs',
    ],
  };
};

type Naming = { subject: string; name: string; door: string; kind: string };

const heldFile = ({ subject, name, door, kind }: Naming) => `import { ${subject} } from '@firstline/contract/${subject}.ts';
import { holderCommand } from '../${kind}-command.ts';

export const ${camel(name)} = holderCommand({
  spec: ${subject}.${door},
  decide: () => [],
});
`;

const plainFile = ({ subject, name, door, kind }: Naming) => `import { ${subject} } from '@firstline/contract/${subject}.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import { ${kind}Store } from '../stores.ts';

export const ${camel(name)} = command({
  spec: ${subject}.${door},
  facts: async (read, { input }) => (await read.take(${kind}Store, input.${kind}Id)) ?? NOT_THERE,
  rules: [],
  decide: () => [],
});
`;

/** Fails until somebody has said what happens. */
const testFile = ({ subject, name, door }: Naming) => `import { expect, test } from 'vitest';
import { ${camel(name)} } from './${name}.ts';

test('${sentence(name)}: say here what then has happened', () => {
  expect(${camel(name)}.spec.name).toBe('${subject}.${door} does what its sentence says');
});
`;

/** The case from which a test proves that replaying the journal gives the row. The types refuse it until it is written. */
const withCase = (door: string): Record<string, string> => {
  const path = 'testing/cases.ts';
  if (!existsSync(path)) return {};
  const listed = withEntry(readFileSync(path, 'utf8'), (node) => listName(node) === 'cases', `'${door}': undefined`);
  return listed ? { [path]: listed } : {};
};
