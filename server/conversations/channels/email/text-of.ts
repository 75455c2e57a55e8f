import type { Attachment, Email } from 'postal-mime';
import { manyLines, oneLine } from '../../clean.ts';
import { htmlText } from './html-text.ts';
import { limits } from './limits.ts';

/** What a mail says, and below it what of the mail is not there. */
export const textOf = (email: Email | undefined, raw: string | undefined, wasCut: boolean): string => {
  const said = raw ?? saidIn(email);
  const text = manyLines(said, limits.textLength);
  const isShorter = wasCut || said.length > limits.textLength || (email?.html?.length ?? 0) > MOST_HTML;
  return [text, ...(isShorter ? ['[The mail was longer; the rest was not kept.]'] : []), ...notKept(email?.attachments ?? [])]
    .filter((part) => part !== '')
    .join('\n\n');
};

const MOST_HTML = limits.textLength * 5;

const saidIn = (email: Email | undefined): string => {
  const plain = email?.text ?? '';
  return plain.trim() !== '' || !email?.html ? plain.replace(/^\s*\n/, '') : htmlText(email.html.slice(0, MOST_HTML));
};

const MOST_NAMED = 10;

const notKept = (attachments: readonly Attachment[]): string[] => {
  if (attachments.length === 0) return [];
  const names = attachments.slice(0, MOST_NAMED).map(({ filename, mimeType }) => oneLine(filename ?? '', 80) || oneLine(mimeType, 80));
  const further = attachments.length - names.length;
  const said = attachments.length === 1 ? '1 attachment was not kept' : `${attachments.length} attachments were not kept`;
  return [`[${said}: ${names.join(', ')}${further > 0 ? ` and ${further} more` : ''}]`];
};
