export type Bar = { label: string; before: number; after: number };

const ROW = 26;
const LEFT = 250;
const WIDTH = 420;
/** From here the bars begin: the differences lie near the top. */
const FROM = 0.8;

/** Two bars for each condition, as a picture for a page. */
export const chart = (bars: readonly Bar[]): string => {
  const height = bars.length * ROW + 60;
  const x = (share: number) => LEFT + (WIDTH * (Math.max(FROM, share) - FROM)) / (1 - FROM);
  const bar = (top: number, share: number, colour: string) => `<rect x="${LEFT}" y="${top}" width="${(x(share) - LEFT).toFixed(1)}" height="9" fill="${colour}"/>`;
  const rows = bars.map(({ label, before, after }, i) => {
    const top = 40 + i * ROW;
    return `<text x="${LEFT - 8}" y="${top + 13}" text-anchor="end">${label}</text>${bar(top, before, '#c2410c')}${bar(top + 10, after, '#0f766e')}`;
  });
  const grid = [0.8, 0.85, 0.9, 0.95, 1].map((share) =>
    `<line x1="${x(share)}" x2="${x(share)}" y1="34" y2="${height - 18}" stroke="#9ca3af" stroke-width="0.5"/><text x="${x(share)}" y="${height - 4}" text-anchor="middle">${share * 100} %</text>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${LEFT + WIDTH + 40} ${height}" font-family="system-ui, sans-serif" font-size="12" fill="#374151">
<rect width="100%" height="100%" fill="#fff"/>
<text x="${LEFT}" y="20"><tspan fill="#c2410c">silence for what is lost</tspan>  <tspan fill="#0f766e">guessed</tspan>: share of a tone that is whole</text>
${[...grid, ...rows].join('\n')}
</svg>
`;
};
