import { median, shown } from './numbers.ts';
import type { Finding, Goal } from './promised.ts';

export type Verdict = 'PASS' | 'MISS' | 'seen';

export const verdictOn = ({ held, goal, floor }: Finding, short: boolean): Verdict => {
  const asked = short ? floor : goal;
  if (!asked) return 'seen';
  return meets(median(held), asked) ? 'PASS' : 'MISS';
};

const meets = (value: number, goal: Goal): boolean => ('atLeast' in goal ? value >= goal.atLeast : value <= goal.atMost);

/** The findings as a table for people. */
export const tableOf = (findings: readonly Finding[], short: boolean): string => {
  const rows = findings.map((finding) => [
    finding.what,
    spread(finding.ours, finding.unit),
    finding.anchor ? spread(finding.anchor, finding.unit) : '',
    isRatio(finding) ? spread(finding.held) : '',
    said(short ? finding.floor : finding.goal),
    verdictOn(finding, short),
  ]);
  const heads = ['', 'ours', 'anchor', 'ratio', short ? 'floor' : 'goal', ''];
  const widths = heads.map((head, n) => Math.max(head.length, ...rows.map((row) => row[n]?.length ?? 0)));
  const line = (cells: string[]): string => `  ${cells.map((cell, n) => cell.padEnd(widths[n] ?? 0)).join('  ')}`.trimEnd();
  const remarks = findings.flatMap(({ remark }) => (remark ? [`  · ${remark}`] : []));
  return [line(heads), ...rows.map(line), ...new Set(remarks)].join('\n');
};

/** What stands on the page of promises: the median and how far the rounds lie apart. */
export const figureOf = (findings: readonly Finding[], short: boolean): string =>
  findings.map((finding) => `${finding.what}: ${brief(finding, short)}`).join('; ');

const brief = (finding: Finding, short: boolean): string => {
  const missed = verdictOn(finding, short) === 'MISS' ? `, misses ${said(short ? finding.floor : finding.goal)}` : '';
  const figure = isRatio(finding) ? `${spread(finding.held)} × (${shown(median(finding.ours))} ${finding.unit})` : spread(finding.ours, finding.unit);
  return figure + missed;
};

const isRatio = ({ held, ours }: Finding): boolean => held !== ours;

const spread = (values: readonly number[], unit = ''): string => {
  const middle = `${shown(median(values))}${unit && ` ${unit}`}`;
  return values.length < 2 ? middle : `${middle} (${shown(Math.min(...values))}–${shown(Math.max(...values))})`;
};

const said = (goal: Goal | undefined): string =>
  goal ? ('atLeast' in goal ? `≥ ${shown(goal.atLeast)}` : `≤ ${shown(goal.atMost)}`) : '';
