import type { SavedDraft } from '@firstline/contract/tasks.ts';

export type DraftKind = SavedDraft['kind'];
export type DraftContent = Record<string, string>;

/** What this browser keeps of a draft. Without content it was sent, and an older copy elsewhere is none any more. */
export type Kept = { content?: DraftContent; at: string; /** The desk has it too. */ saved?: boolean };

const SHELF = 'firstline.draft.';
const MOST_DAYS = 30;

export const shelfPlace = (personId: string, taskId: string, kind: string): string => `${SHELF}${personId}.${taskId}.${kind}`;

export const keptAt = (place: string): Kept | undefined => {
  try {
    const kept = JSON.parse(localStorage.getItem(place) ?? 'null') as Kept | null;
    return kept && typeof kept.at === 'string' ? kept : undefined;
  } catch {
    return undefined;
  }
};

/** Answers whether the browser could keep it: it may be full, or not allowed to. */
export const keepAt = (place: string, kept: Kept): boolean => {
  try {
    localStorage.setItem(place, JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
};

/** The newer of what this browser and what the desk kept; nothing when it was sent since. */
export const newest = (kept: Kept | undefined, saved: Pick<SavedDraft, 'content' | 'at'> | undefined): DraftContent | undefined =>
  kept && (!saved || Date.parse(kept.at) >= Date.parse(saved.at)) ? kept.content : saved?.content;

/** What was typed while the rest was on its way to be sent; nothing where nobody typed. */
export const typedSince = (sent: DraftContent, now: DraftContent): DraftContent | undefined => {
  const since = Object.entries(now).flatMap(([field, text]) => {
    const went = sent[field] ?? '';
    if (text === went) return [];
    return [[field, text.startsWith(went) ? text.slice(went.length) : text] as const];
  });
  return since.length > 0 ? Object.fromEntries(since) : undefined;
};

/** Workstations are shared: whoever signs out leaves nothing behind that the desk has as well. */
export const clearShelf = (personId: string): void =>
  sweep((place, kept) => place.startsWith(`${SHELF}${personId}.`) && (kept.saved === true || !kept.content));

export const clearOldDrafts = (now: number): void => sweep((_, { at }) => now - Date.parse(at) > MOST_DAYS * 86_400_000);

const sweep = (isDone: (place: string, kept: Kept) => boolean): void => {
  try {
    for (const place of Object.keys(localStorage).filter((key) => key.startsWith(SHELF))) {
      const kept = keptAt(place);
      if (!kept || isDone(place, kept)) localStorage.removeItem(place);
    }
  } catch {
    // A browser that keeps nothing has nothing to clear.
  }
};
