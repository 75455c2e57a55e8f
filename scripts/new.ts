import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { newChannel } from './new/channel.ts';
import { newCommand } from './new/command.ts';
import { NotMade, type Made } from './new/made.ts';
import { isKebab } from './new/names.ts';
import { newRule } from './new/rule.ts';
import { newScreen } from './new/screen.ts';

const USAGE = `npm run new rule <subject> <name> [list]   file, test, entry in the list
npm run new command <subject> <name>       door, command, test, entry, case
npm run new screen <subject> <name>        component and style
npm run new channel <name>                 send, receive, limits, simulator, fixtures
Names are kebab-case: no-emoji-in-email`;

const make = ([kind, ...words]: string[]): Made => {
  const [first, second, third] = words;
  if (kind === 'channel' && isKebab(first) && words.length === 1) return newChannel(first);
  if (!isKebab(first) || !isKebab(second) || words.length > (kind === 'rule' ? 3 : 2)) throw new NotMade(USAGE);
  if (kind === 'rule') return newRule(first, second, third);
  if (kind === 'command') return newCommand(first, second);
  if (kind === 'screen') return newScreen(first, second);
  throw new NotMade(USAGE);
};

try {
  const { files, changes, next } = make(process.argv.slice(2));
  const taken = Object.keys(files).find((path) => existsSync(path));
  if (taken) throw new NotMade(`${taken} is there already; nothing was changed.`);
  for (const [path, text] of Object.entries({ ...files, ...changes })) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    console.log(`${path in files ? 'made   ' : 'changed'} ${path}`);
  }
  for (const step of next) console.log(`→ ${step}`);
} catch (error) {
  if (!(error instanceof NotMade)) throw error;
  console.error(error.message);
  process.exit(1);
}
