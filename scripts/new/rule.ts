import { existsSync, readFileSync } from 'node:fs';
import { listName, listsOf, withEntry, withImport } from './edit.ts';
import { NotMade, type Made } from './made.ts';
import { camel, sentence } from './names.ts';

/** `npm run new rule <subject> <name> [list]` */
export const newRule = (subject: string, name: string, wanted?: string): Made => {
  const folder = `domain/${subject}/rules`;
  const index = `${folder}/index.ts`;
  if (!existsSync(index)) throw new NotMade(`${index} is not there yet: write the first list of this subject by hand.`);
  const lists = listsOf(index, 'Rule');
  const list = wanted ?? lists[0];
  if (!list || !lists.includes(list) || (!wanted && lists.length > 1))
    throw new NotMade(`Which act does it guard? npm run new rule ${subject} ${name} <${lists.join(' | ')}>`);

  const constant = camel(name);
  const listed = withEntry(readFileSync(index, 'utf8'), (node) => listName(node) === list, constant);
  if (!listed) throw new NotMade(`${index} holds no list ${list} to put it in.`);
  return {
    files: { [`${folder}/${name}.ts`]: ruleFile(name, constant), [`${folder}/${name}.test.ts`]: testFile(name, constant) },
    changes: { [index]: withImport(listed, constant, `./${name}.ts`) },
    next: [
      `Write the sentence and the question in ${folder}/${name}.ts, and one example of each kind in its test.`,
      `It stands last in "${list}"; move it to where an agent should hear it.`,
      'npm run docs',
    ],
  };
};

const ruleFile = (name: string, constant: string) => `import type { Rule } from '../../rule.ts';

/** What it needs to know, and no more. */
type Facts = object;

export const ${constant}: Rule<Facts> = {
  name: '${name}',
  says: '${sentence(name)}.',
  strength: 'stops',
  from: [],
  brokenBy: () => false,
};
`;

/** Fails until somebody has written an example that breaks the rule: an empty table proves nothing. */
const testFile = (name: string, constant: string) => `import { examples } from '@firstline/testing/examples.ts';
import { ${constant} } from './${name}.ts';

examples(${constant}, {
  breaks: [],
  keeps: [],
});
`;
