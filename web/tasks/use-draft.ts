import type { SavedDraft } from '@firstline/contract/tasks.ts';
import { useEffect, useMemo, useRef, useState } from 'react';
import { ask } from '../platform/api.ts';
import { useMe } from '../platform/me.ts';
import { t } from '../platform/words.ts';
import { serverNow } from '../ui/now.ts';
import { keepAt, keptAt, newest, shelfPlace, typedSince, type DraftContent, type DraftKind } from './draft-shelf.ts';

const SAVES_AFTER_MS = 1000;
/** Who types without a pause is saved all the same. */
const SAVES_WITHIN_MS = 5000;

export type Draft = {
  content: DraftContent;
  /** A part that depends on what is written already is given as a change of it: what comes at any time knows no screen. */
  write: (part: DraftContent | ((now: DraftContent) => DraftContent)) => void;
  /** Where it is safe now, in words. */
  kept?: string;
  /** Waits for what is on its way, so that nothing is saved after it was sent. */
  settle: () => Promise<void>;
  /** This was sent or saved: nothing remains of it but what was typed meanwhile. */
  clear: (sent: DraftContent) => void;
};

/** What is being written on a task: kept in this browser with each key, and by the desk a moment later. */
export const useDraft = (taskId: string, kind: DraftKind, drafts: readonly SavedDraft[], blank: DraftContent): Draft => {
  const { person } = useMe();
  const place = shelfPlace(person.id, taskId, kind);
  const [written, setWritten] = useState<DraftContent | undefined>(() =>
    newest(keptAt(place), drafts.find((draft) => draft.kind === kind && draft.by === person.id)),
  );
  const [kept, setKept] = useState<string>();
  const saver = useMemo(() => makeSaver(taskId, kind, place, setKept), [taskId, kind, place]);
  const content = useMemo(() => ({ ...blank, ...written }), [blank, written]);
  // Ahead of the screen: two writings between two drawings both stay. No effect sets it, for an effect may come late.
  const latest = useRef(written);
  useEffect(() => () => saver.flush(), [saver]);

  return {
    content,
    kept,
    write: (part) => {
      const now = { ...blank, ...latest.current };
      const next = { ...now, ...(typeof part === 'function' ? part(now) : part) };
      latest.current = next;
      setWritten(next);
      saver.keep(next);
    },
    settle: saver.settle,
    clear: (sent) => {
      const since = typedSince(sent, { ...blank, ...latest.current });
      latest.current = since;
      saver.drop();
      setWritten(since);
      if (since) saver.keep({ ...blank, ...since });
    },
  };
};

const makeSaver = (taskId: string, kind: DraftKind, place: string, say: (kept: string | undefined) => void) => {
  let unsaved: { content: DraftContent; since: number } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let saving = Promise.resolve();
  const now = () => new Date(serverNow()).toISOString();

  const save = (): void => {
    clearTimeout(timer);
    if (!unsaved) return;
    const { content } = unsaved;
    unsaved = undefined;
    saving = saving.then(async () => {
      const answer = await ask('tasks.saveDraft', { taskId, kind, content });
      const isSaved = 'done' in answer;
      const here = keptAt(place);
      if (isSaved && here?.content && JSON.stringify(here.content) === JSON.stringify(content)) keepAt(place, { ...here, saved: true });
      if (!unsaved) say(isSaved ? t('Draft saved') : t('Draft kept on this screen'));
    });
  };

  return {
    keep: (content: DraftContent): void => {
      const since = unsaved?.since ?? Date.now();
      unsaved = { content, since };
      const isKept = keepAt(place, { content, at: now() });
      say(isKept ? undefined : t('This browser keeps no drafts'));
      clearTimeout(timer);
      timer = setTimeout(save, Math.max(0, Math.min(SAVES_AFTER_MS, since + SAVES_WITHIN_MS - Date.now())));
    },
    flush: save,
    settle: (): Promise<void> => {
      clearTimeout(timer);
      unsaved = undefined;
      return saving;
    },
    drop: (): void => {
      clearTimeout(timer);
      unsaved = undefined;
      keepAt(place, { at: now() });
      say(undefined);
    },
  };
};
