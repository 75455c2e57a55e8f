/** A table as Markdown writes it. */
export const table = (heads: string[], rows: string[][]): string =>
  [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.map(inCell).join(' | ')} |`).join('\n');

const inCell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** Files of the house as links from a page in docs/. */
export const link = (path: string): string => `[${path}](../${path})`;

export const MADE = '<!-- Made by `npm run docs`. Change its source, not this page. -->';
