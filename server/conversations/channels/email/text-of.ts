import type { Email } from 'postal-mime';
import { manyLines, oneLine } from '../../clean.ts';
import { htmlText } from './html-text.ts';
import { limits } from './limits.ts';

/** What a mail says, and below it what of the mail is not there. */
export const textOf = (email: Email | undefined, raw: string | undefined, wasCut: boolean, lost: readonly string[] = []): string => {
  const said = raw ?? saidIn(email);
  const text = manyLines(said, limits.textLength);
  const isShorter = wasCut || said.length > limits.textLength || (email?.html?.length ?? 0) > MOST_HTML;
  return [text, ...(isShorter ? ['[The mail was longer; the rest was not kept.]'] : []), ...notKept(lost)]
    .filter((part) => part !== '')
    .join('\n\n');
};

const MOST_HTML = limits.textLength * 5;

const saidIn = (email: Email | undefined): string => {
  const plain = email?.text ?? '';
  return plain.trim() !== '' || !email?.html ? plain.replace(/^\s*\n/, '') : htmlText(email.html.slice(0, MOST_HTML));
};

const MOST_NAMED = 10;

const notKept = (names: readonly string[]): string[] => {
  if (names.length === 0) return [];
  const further = names.length - MOST_NAMED;
  const said = names.length === 1 ? '1 attachment was not kept' : `${names.length} attachments were not kept`;
  return [`[${said}: ${names.slice(0, MOST_NAMED).map((name) => oneLine(name, 80)).join(', ')}${further > 0 ? ` and ${further} more` : ''}]`];
};
