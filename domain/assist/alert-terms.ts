import { offered, partsIn, type ListItem } from '../desk/list-item.ts';

/** A word that somebody above the front line should know of: its label is the word itself, other ways to say it follow. */
export type AlertTerm = ListItem & { also?: string; prompts?: boolean; categoryId?: string };

const term = (label: string, also = '', more: Partial<AlertTerm> = {}): AlertTerm => ({ id: label.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'), label, ...(also && { also }), ...more });
const up = (categoryId: string): Partial<AlertTerm> => ({ prompts: true, categoryId });

/** The shipped words. Those that prompt lead to an escalation; the others are only marked. */
export const ALERT_TERMS: AlertTerm[] = [
  term('lawyer', 'lawyers, attorney, solicitor, legal action, take you to court, see you in court', up('complaint')),
  term('fraud', 'fraudulent, scam, scammed, scammers', up('complaint')),
  term('illegal', 'illegally, unlawful', up('complaint')),
  term('violation', 'violations', up('complaint')),
  term('falsified', 'forged', up('complaint')),
  term('sue', 'sued, suing, lawsuit', up('complaint')),
  term('slander', 'libel, defamation', up('complaint')),
  term('stolen', 'theft', up('complaint')),
  term('unauthorised', 'unauthorized, without my permission', up('billing')),
  term('unlicensed', '', up('complaint')),
  term('foreclosure', '', up('complaint')),
  term('lien', 'liens', up('complaint')),
  term('complaint body', 'ombudsman, consumer protection, better business bureau, BBB, trading standards, regulator', up('complaint')),
  term('furious', 'outraged, disgusted, unacceptable, fed up, ridiculous, worst company, worst service', up('complaint')),
  term('manager', 'supervisor, your boss', up('complaint')),
  term('refund', 'money back, chargeback, compensation, overcharged', up('billing')),
  term('discount', 'price match, lower price', up('pricing')),
];

export type Alert = { start: number; end: number; term: AlertTerm };

/** Where the words of the house stand in a text, in order, as whole words and never one inside another. */
export const alertsIn = (text: string, terms: readonly AlertTerm[]): Alert[] => {
  const read = text.slice(0, MOST_READ);
  const found = offered(terms).flatMap((one) => waysOf(one).flatMap((way) => [...read.matchAll(way)].map(({ index, 0: said }): Alert => ({ start: index, end: index + said.length, term: one }))));
  return found
    .sort((one, other) => one.start - other.start || other.end - one.end)
    .reduce<Alert[]>((kept, alert) => (alert.start < (kept.at(-1)?.end ?? 0) ? kept : [...kept, alert]), [])
    .slice(0, MOST_MARKED);
};

/** The word to act on: the first that prompts, and as the customer wrote it. */
export const promptIn = (texts: readonly string[], terms: readonly AlertTerm[]): (AlertTerm & { said: string }) | undefined =>
  texts.flatMap((text) => alertsIn(text, terms).flatMap(({ term, start, end }) => (term.prompts ? [{ ...term, said: text.slice(start, end) }] : [])))[0];

const MOST_READ = 20_000;
const MOST_MARKED = 100;

const waysOf = ({ label, also }: AlertTerm): RegExp[] =>
  [label.trim(), ...partsIn(also)]
    .filter(Boolean)
    .map((way) => new RegExp(`(?<![\\p{L}\\p{N}])${way.split(/\s+/).map(escaped).join('\\s+')}(?![\\p{L}\\p{N}])`, 'giu'));

const escaped = (word: string): string => word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
