import { z } from 'zod';
import { lineSource } from './line-source.ts';
import { NotPossible } from './not-possible.ts';

/*
 * A backup is one gzip stream of lines, readable with zcat:
 *   the header (JSON) · for each table its heading (JSON), its rows as COPY writes them, and `\.` ·
 *   the footer (JSON: how many rows each table has, where each sequence stands) · `sha256 <of all lines above>`
 */
export const VERSION = 1;
export const END_OF_ROWS = '\\.';

const header = z.object({
  format: z.literal('firstline-backup'),
  version: z.number(),
  madeAt: z.string(),
  postgres: z.string(),
  migrations: z.array(z.object({ number: z.number(), name: z.string(), sha256: z.string() })),
  tables: z.array(z.string()),
});
const heading = z.object({ table: z.string(), columns: z.array(z.string()) });
const footer = z.object({
  rows: z.record(z.string(), z.number()),
  sequences: z.array(z.object({ name: z.string(), value: z.string(), called: z.boolean() })),
});

export type Header = z.infer<typeof header>;
export type Heading = z.infer<typeof heading>;
export type Footer = z.infer<typeof footer>;

export type Part =
  | { kind: 'header'; header: Header }
  | { kind: 'table'; heading: Heading; rows: AsyncIterable<Buffer> }
  | { kind: 'footer'; footer: Footer };

/** Reads a backup part by part. Only when it comes to its end without a throw are the parts proven whole and unchanged. */
export async function* readBackup(file: string): AsyncGenerator<Part, void> {
  const source = lineSource(file);
  try {
    yield { kind: 'header', header: understood(header.parse(JSON.parse(await source.line()))) };
    for (;;) {
      const line = JSON.parse(await source.line()) as unknown;
      const table = heading.safeParse(line);
      if (!table.success) {
        yield { kind: 'footer', footer: footer.parse(line) };
        break;
      }
      const rows = source.linesUntil(END_OF_ROWS);
      yield { kind: 'table', heading: table.data, rows };
      for await (const _ of rows); // what the reader left
    }
    const expected = `sha256 ${source.digest()}`;
    if ((await source.line()) !== expected || !(await source.atEnd())) throw new SyntaxError('checksum');
  } catch (fault) {
    throw inPlainWords(fault as NodeJS.ErrnoException, file);
  } finally {
    source.close();
  }
}

/** Reads the whole file and throws in plain words unless every byte is as it was written. */
export const checkBackup = async (file: string): Promise<Header & Footer> => {
  const found: Partial<Header & Footer> = {};
  for await (const part of readBackup(file)) {
    if (part.kind === 'header') Object.assign(found, part.header);
    if (part.kind === 'footer') Object.assign(found, part.footer);
  }
  return found as Header & Footer;
};

const understood = (known: Header) => {
  if (known.version <= VERSION) return known;
  throw new NotPossible('The backup was written by a newer Firstline. Restore it with that version.');
};

const inPlainWords = (fault: NodeJS.ErrnoException, file: string) => {
  if (fault.code === 'ENOENT') return new NotPossible(`There is no backup at ${file}.`);
  const damaged = fault instanceof SyntaxError || fault instanceof z.ZodError || fault.code?.startsWith('Z_');
  if (!damaged) return fault;
  return new NotPossible(`${file} is not a whole and unchanged backup of Firstline. Nothing was restored; use another copy of it.`);
};
