import type { CustomerDetails, DetailKind } from '@firstline/domain/customers/customer.ts';
import { customers } from '@firstline/contract/customers.ts';
import type { ImportProblem } from '@firstline/contract/customers.ts';
import { parse } from 'csv-parse/sync';
import { keysOf } from './met-already.ts';

const MOST_LINES = 50_000;
const MOST_COLUMNS = 60;
const MOST_OF_A_KIND = 20;

export type ReadFile = {
  columns: { title: string; field?: string }[];
  lines: { line: number; details: CustomerDetails }[];
  problems: ImportProblem[];
};

type Field = 'name' | 'first' | 'last' | 'address' | 'prefers' | DetailKind;

/** The titles that spreadsheets give these columns. */
const TITLES: [Field, RegExp][] = [
  ['first', /^(first|given) ?name$/],
  ['last', /^(last|family) ?name$|^surname$/],
  ['email', /^(e-?mail|mail)( address)?(es)?( \d)?s?$/],
  ['phone', /^(phone|telephone|mobile|cell|tel|number)( ?number)?( \d)?s?$/],
  ['account', /^(account|customer|contract|job)( ?(number|no|id|#))( \d)?$|^accounts?$/],
  ['address', /^(postal |street )?address$/],
  ['prefers', /^(prefers|preferred contact( method)?|contact by)$/],
  ['name', /^(full |customer )?name$|^customer$/],
];

/** Customers from a CSV file with a line of titles. Comma, semicolon or tab, UTF-8 or Western Windows. Throws nothing: what is wrong stands under `problems`. */
export const readLines = (bytes: Buffer): ReadFile => {
  let rows: { record: string[]; info: { lines: number } }[];
  try {
    rows = parse(textOf(bytes), { bom: true, info: true, relax_column_count: true, skip_empty_lines: true, delimiter: [',', ';', '\t'], max_record_size: 100_000, to: MOST_LINES + 2 }) as unknown as typeof rows;
  } catch (fault) {
    const { lines = 1, message } = fault as { lines?: number; message: string };
    return { columns: [], lines: [], problems: [{ line: lines, says: `This is no CSV from here on: ${message}` }] };
  }
  const [head, ...body] = rows;
  if (!head || head.record.length > MOST_COLUMNS) return { columns: [], lines: [], problems: [{ line: 1, says: head ? 'There are more than 60 columns.' : 'The file is empty.' }] };
  const columns = head.record.map((title) => ({ title: title.trim().slice(0, 80), field: fieldOf(title) }));
  if (!columns.some(({ field }) => field === 'email' || field === 'phone' || field === 'account'))
    return { columns, lines: [], problems: [{ line: 1, says: 'No column is called Email, Phone or Account number, so nobody could be told apart.' }] };
  if (body.length > MOST_LINES) return { columns, lines: [], problems: [{ line: MOST_LINES + 2, says: 'A file may have 50,000 lines. Split it.' }] };

  const lines: ReadFile['lines'] = [];
  const problems: ImportProblem[] = [];
  const seen = new Map<string, number>();
  for (const { record, info } of body) {
    const details = detailsOf(record, columns);
    const wrong = faultOf(details) ?? twinOf(details, seen);
    if (wrong) problems.push({ line: info.lines, says: wrong });
    else {
      for (const key of keysOf(details)) seen.set(key, info.lines);
      lines.push({ line: info.lines, details });
    }
  }
  return { columns, lines, problems };
};

const textOf = (bytes: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};

const fieldOf = (title: string): Field | undefined => TITLES.find(([, pattern]) => pattern.test(title.trim().toLowerCase()))?.[0];

const detailsOf = (record: readonly string[], columns: ReadFile['columns']): CustomerDetails => {
  const all = (field: Field): string[] =>
    columns.flatMap((column, at) => (column.field === field ? (record[at] ?? '').split(/[;|]/) : [])).map((value) => value.trim()).filter(Boolean);
  const one = (field: Field): string | undefined => columns.map((column, at) => (column.field === field ? record[at]?.trim() : '')).find(Boolean);
  const name = one('name') ?? [one('first'), one('last')].filter(Boolean).join(' ');
  const [address, prefers] = [one('address'), one('prefers')?.toLowerCase()];
  return {
    ...(name && { name }),
    emails: [...new Set(all('email'))],
    phones: [...new Set(all('phone'))],
    accounts: [...new Set(all('account'))],
    ...(address && { address }),
    ...(prefers && { prefers: WAYS[prefers] ?? (prefers as 'email') }),
  };
};

const WAYS: Record<string, 'email' | 'text' | 'call'> = { email: 'email', mail: 'email', 'e-mail': 'email', text: 'text', sms: 'text', call: 'call', phone: 'call' };

/** What is wrong with a line, by the same shapes that the desk's own doors have. */
const faultOf = (details: CustomerDetails): string | undefined => {
  const kinds = [['email', details.emails], ['phone', details.phones], ['account', details.accounts]] as const;
  if (kinds.every(([, values]) => values.length === 0)) return 'It has no email, phone or account number.';
  if (kinds.some(([, values]) => values.length > MOST_OF_A_KIND)) return 'It has more than 20 of one kind.';
  for (const [kind, values] of kinds)
    for (const value of values)
      if (!customers.addDetail.input.shape.detail.safeParse({ kind, value }).success) return `"${value.slice(0, 60)}" is no ${kind === 'account' ? 'account number' : kind}.`;
  if (details.name && !customers.rename.input.shape.name.safeParse(details.name).success) return 'The name is too long or has control characters.';
  if (!customers.setAddress.input.shape.address.safeParse(details.address).success) return 'The address is too long or has more than one line.';
  if (!customers.setPreference.input.shape.prefers.safeParse(details.prefers).success) return `"${String(details.prefers).slice(0, 40)}" is no way to reach somebody: email, text or call.`;
  return undefined;
};

const twinOf = (details: CustomerDetails, seen: Map<string, number>): string | undefined => {
  const twin = keysOf(details).map((key) => seen.get(key)).find((line) => line !== undefined);
  return twin === undefined ? undefined : `It has an address or number of line ${twin}.`;
};
