import { offered, type ListItem } from '@firstline/domain/desk/list-item.ts';
import { t } from './words.ts';

type Contact = ListItem & { how: string; hours?: string };

const PLACE = 'firstline.support';
let known: readonly Contact[] | undefined;

/** Told once the house is known; this browser keeps it for the errors that come before anybody is signed in. */
export const setSupport = (contacts: readonly Contact[]): void => {
  known = offered(contacts);
  try {
    localStorage.setItem(PLACE, JSON.stringify(known));
  } catch {
    // Then it is known as long as the page stands.
  }
};

export const support = (): readonly Contact[] => known ?? (known = remembered());

const remembered = (): readonly Contact[] => {
  try {
    const kept = JSON.parse(localStorage.getItem(PLACE) ?? '[]') as unknown;
    return Array.isArray(kept) ? (kept as Contact[]) : [];
  } catch {
    return [];
  }
};

/** Errors that a person cannot mend by writing something else. */
const BEYOND = new Set(['no-answer', 'broken', 'not-ready', 'busy', 'too-many', 'not-allowed', 'foreign-origin']);

/** The title of a problem, with whom to turn to when it stays. */
export const withSupport = (code: string, title: string): string => {
  const first = BEYOND.has(code) ? support()[0] : undefined;
  return first ? `${title} ${t('If it stays: {{who}}. {{how}}', { who: first.label, how: first.how })}` : title;
};
