import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { CSV_BEGIN, csvLine } from './csv.ts';

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\0=1', '\n=1', '  =1', '＝1', '=HYPERLINK("http://x","y")'])('S14 A cell that begins with %j is text to every spreadsheet', (cell) => {
  const [row] = parse(csvLine([cell, 'end'])) as string[][];
  expect(row?.[0]?.startsWith("'")).toBe(true);
  expect(row?.[1]).toBe('end');
});

test('S14 Plain text, quotes, commas and line breaks come back as they were', () => {
  const cells = ['Dana', 'a "b", c', 'one\r\ntwo', 'x=1', '', '5 - 3'];
  expect(parse(CSV_BEGIN + csvLine(cells), { bom: true })).toEqual([cells]);
});
