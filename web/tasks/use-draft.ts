import type { SavedDraft } from '@firstline/contract/tasks.ts';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useMe } from '../platform/me.ts';
import { makeDraft, type Draft } from './draft.ts';
import type { DraftContent, DraftKind } from './draft-shelf.ts';

/** A draft for as long as the piece is on screen. It is not drawn by its letters: that is for `useWriting`. */
export const useDraft = (taskId: string, kind: DraftKind, drafts: readonly SavedDraft[]): Draft => {
  const { person } = useMe();
  const [begun] = useState(drafts);
  const draft = useMemo(() => makeDraft({ taskId, kind, personId: person.id }, begun), [taskId, kind, person.id, begun]);
  useEffect(() => draft.flush, [draft]);
  return draft;
};

export type Writing = {
  content: DraftContent;
  /** A part that depends on what is written already is given as a change of it: what comes at any time knows no screen. */
  write: (part: DraftContent | ((now: DraftContent) => DraftContent)) => void;
  /** Where it is safe now, in words. */
  kept?: string;
  settle: () => Promise<void>;
  /** This was sent or saved: nothing remains of it but what was typed meanwhile. */
  clear: (sent: DraftContent) => void;
};

/** The draft as it stands, over what stands there before anybody writes. */
export const useWriting = (draft: Draft, blank: DraftContent): Writing => {
  const { content: written, kept } = useSyncExternalStore(draft.listen, draft.now);
  const content = useMemo(() => ({ ...blank, ...written }), [blank, written]);
  return {
    content,
    kept,
    write: (part) =>
      draft.write((before) => {
        const now = { ...blank, ...before };
        return { ...now, ...(typeof part === 'function' ? part(now) : part) };
      }),
    settle: draft.settle,
    clear: (sent) => draft.clear(sent, blank),
  };
};
