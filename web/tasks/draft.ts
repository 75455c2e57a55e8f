import type { SavedDraft } from '@firstline/contract/tasks.ts';
import { ask } from '../platform/api.ts';
import { t } from '../platform/words.ts';
import { serverNow } from '../ui/now.ts';
import { keepAt, keptAt, newest, shelfPlace, typedSince, type DraftContent, type DraftKind } from './draft-shelf.ts';

const SAVES_AFTER_MS = 1000;
/** Who types without a pause is saved all the same. */
const SAVES_WITHIN_MS = 5000;

export type Written = {
  content?: DraftContent;
  /** Where it is safe now, in words. */
  kept?: string;
};

/** What somebody writes on a task, beside the screen: each letter draws only who listens. */
export type Draft = {
  now: () => Written;
  listen: (told: () => void) => () => void;
  /** All of it, by what stands there at this moment: two writings between two drawings both stay. */
  write: (change: (content: DraftContent | undefined) => DraftContent) => void;
  /** Waits for what is on its way, so that nothing is saved after it was sent. */
  settle: () => Promise<void>;
  /** This was sent or saved, where so much stood without anybody's writing: nothing remains of it but what was typed meanwhile. */
  clear: (sent: DraftContent, blank: DraftContent) => void;
  /** Saves what is not saved yet. */
  flush: () => void;
};

export type DraftOf = { taskId: string; kind: DraftKind; personId: string };

/** Kept in this browser with each key, and by the desk a moment later. */
export const makeDraft = ({ taskId, kind, personId }: DraftOf, drafts: readonly SavedDraft[]): Draft => {
  const place = shelfPlace(personId, taskId, kind);
  const listeners = new Set<() => void>();
  let written: Written = { content: newest(keptAt(place), drafts.find((draft) => draft.kind === kind && draft.by === personId)) };
  const tell = (part: Partial<Written>): void => {
    written = { ...written, ...part };
    for (const told of listeners) told();
  };
  const saver = makeSaver(taskId, kind, place, (kept) => tell({ kept }));
  /** Another tab wrote on, or sent it: what it kept is the newer, and is not written over from here. */
  const hear = ({ key }: StorageEvent): void => {
    const kept = key === place ? keptAt(place) : undefined;
    if (!kept || JSON.stringify(kept.content) === JSON.stringify(written.content)) return;
    saver.leave();
    tell({ content: kept.content, kept: undefined });
  };

  return {
    now: () => written,
    listen: (told) => {
      if (listeners.size === 0) addEventListener('storage', hear);
      listeners.add(told);
      return () => {
        listeners.delete(told);
        if (listeners.size === 0) removeEventListener('storage', hear);
      };
    },
    write: (change) => {
      const content = change(written.content);
      tell({ content, kept: saver.keep(content) });
    },
    settle: saver.settle,
    clear: (sent, blank) => {
      const since = typedSince(sent, { ...blank, ...written.content });
      saver.drop();
      tell({ content: since, kept: since && saver.keep({ ...blank, ...since }) });
    },
    flush: saver.flush,
  };
};

const makeSaver = (taskId: string, kind: DraftKind, place: string, say: (kept: string) => void) => {
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

  const leave = (): void => {
    clearTimeout(timer);
    unsaved = undefined;
  };

  return {
    /** Somebody else saves it. */
    leave,
    /** Answers in words what is not kept. */
    keep: (content: DraftContent): string | undefined => {
      const since = unsaved?.since ?? Date.now();
      unsaved = { content, since };
      clearTimeout(timer);
      timer = setTimeout(save, Math.max(0, Math.min(SAVES_AFTER_MS, since + SAVES_WITHIN_MS - Date.now())));
      return keepAt(place, { content, at: now() }) ? undefined : t('This browser keeps no drafts');
    },
    flush: save,
    settle: (): Promise<void> => {
      leave();
      return saving;
    },
    drop: (): void => {
      leave();
      keepAt(place, { at: now() });
    },
  };
};
