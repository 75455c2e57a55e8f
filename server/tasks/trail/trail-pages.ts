import type { TrailLine } from '@firstline/domain/tasks/trail.ts';
import { CSV_BEGIN, csvLine } from '../../platform/csv.ts';

type Heading = { customer: string; by: string; now: string };

const COLUMNS: [title: string, of: (line: TrailLine) => string][] = [
  ['No.', ({ seq }) => (seq === undefined ? '' : String(seq))],
  ['Time (UTC)', ({ at }) => new Date(at).toISOString().slice(0, 19).replace('T', ' ')],
  ['Who', ({ who }) => who],
  ['What', ({ what }) => what],
  ['Channel', ({ channel = '' }) => channel],
  ['Address', ({ address = '' }) => address],
  ['Text', ({ text = '' }) => text],
];

export const trailCsv = (lines: readonly TrailLine[]): string =>
  CSV_BEGIN + csvLine(COLUMNS.map(([title]) => title)) + lines.map((line) => csvLine(COLUMNS.map(([, of]) => of(line)))).join('');

/** A page for paper: no script, nothing from elsewhere, and every word of it is text. */
export const trailHtml = (lines: readonly TrailLine[], { customer, by, now }: Heading): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Contact trail: ${safe(customer)}</title><meta name="viewport" content="width=device-width">
<style>
body { font: 13px/1.45 system-ui, sans-serif; margin: 24px; color: #16191d; background: #fff; }
h1 { font-size: 20px; margin: 0; } p { margin: 4px 0 16px; color: #4a5159; }
table { border-collapse: collapse; width: 100%; } caption { text-align: start; padding-block-end: 8px; }
th, td { text-align: start; vertical-align: top; padding: 4px 10px 4px 0; border-block-start: 1px solid #c9ced4; overflow-wrap: anywhere; }
td:last-child { white-space: pre-wrap; width: 40%; } td:nth-child(2) { white-space: nowrap; }
tr { break-inside: avoid; } thead { display: table-header-group; } @page { margin: 15mm; }
</style></head><body><main><h1>Contact trail: ${safe(customer)}</h1>
<p>${lines.length} entries. Taken by ${safe(by)} on ${safe(COLUMNS[1]?.[1]({ at: now, who: '', what: '' }) ?? '')} UTC. The numbers are those of the journal.</p>
<table><thead><tr>${COLUMNS.map(([title]) => `<th scope="col">${safe(title)}</th>`).join('')}</tr></thead><tbody>
${lines.map((line) => `<tr>${COLUMNS.map(([, of]) => `<td>${safe(of(line))}</td>`).join('')}</tr>`).join('\n')}
</tbody></table></main></body></html>
`;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const safe = (text: string): string => text.replaceAll(/[&<>"']/g, (one) => ENTITIES[one] ?? one);
