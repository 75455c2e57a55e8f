import { useSyncExternalStore } from 'react';
import type { Done } from './api.ts';
import type { LiveCache, LiveEntry } from './live-cache.ts';
import { heardEvent } from './server-clock.ts';

/** The desk sends a beat every ten seconds; this much silence means that the line is gone. */
const SILENT_MS = 13_000;
const ECHO_MS = 2500;
/** The stream may be quicker than the answer to what was asked: so many of its last entries are remembered. */
const MOST_LATELY = 200;
const LONGEST_WAIT_MS = 15_000;

export type LineState = {
  /** Since when nothing is heard: ISO 8601. */
  silentSince?: string;
  /** The desk was renewed; this screen is of an older build. */
  outdated?: boolean;
};

export type Line = {
  /** Says which tasks are on the screen, so that the desk tells all about them. */
  follow: (taskIds: readonly string[]) => void;
  /** What this screen did must be heard of soon; where it is not, everything is read again. */
  awaitEcho: (done: Done) => void;
  retry: () => void;
  close: () => void;
};

export type LineOptions = {
  cache: LiveCache;
  /** The build this screen came from. */
  build: string;
  /** The journal's number from which on everything is to be told; from now on where none is known. */
  after?: number;
  /** Each entry, once the cache has it; `fresh` ones happened just now. */
  onEntry?: (entry: LiveEntry, fresh: boolean) => void;
  /** The line stands again after a break. */
  onReturn?: () => void;
  /** It did not come back at once. The stream cannot say why; a question can: perhaps nobody is signed in any more. */
  onBroken?: () => void;
};

/** Listens to the journal, and comes back by its cursor whenever the line breaks. */
export const openLine = ({ cache, build, after, onEntry, onReturn, onBroken }: LineOptions): Line => {
  let source: EventSource | undefined;
  let cursor = after;
  let standing: number | undefined;
  let open: readonly string[] = [];
  let heardAt = Date.now();
  let breaks = 0;
  let again: ReturnType<typeof setTimeout> | undefined;
  const echoes = new Map<string, ReturnType<typeof setTimeout>>();
  const lately = new Set<string>();
  const heardLately = (echo: string): void => {
    clearTimeout(echoes.get(echo));
    echoes.delete(echo);
    lately.add(echo);
    const [oldest = ''] = lately;
    if (lately.size > MOST_LATELY) lately.delete(oldest);
  };

  const hear = (): void => {
    heardAt = Date.now();
    if (state.silentSince) say({ ...state, silentSince: undefined });
  };

  const connect = (): void => {
    clearTimeout(again);
    source?.close();
    const asked = new URLSearchParams({ ...(cursor !== undefined && { after: String(cursor) }), ...(open.length > 0 && { open: open.join(',') }) });
    const own = new EventSource(`/api/journal?${asked}`);
    source = own;
    own.addEventListener('hello', ({ data }) => {
      const hello = JSON.parse(data) as { build: string; seq: number };
      hear();
      // Only what happened while nobody listened is old: a line that follows another task has missed nothing.
      if (breaks > 0 || standing === undefined) standing = hello.seq;
      cursor ??= hello.seq;
      if (breaks > 0) onReturn?.();
      breaks = 0;
      if (hello.build !== build) say({ ...state, outdated: true });
    });
    own.addEventListener('beat', hear);
    own.addEventListener('refetch', ({ lastEventId }) => {
      hear();
      cursor = Number(lastEventId) || cursor;
      cache.refresh();
    });
    own.addEventListener('message', ({ data }) => {
      const entry = JSON.parse(data) as LiveEntry;
      hear();
      cursor = entry.seq;
      const fresh = entry.seq > (standing ?? 0);
      if (fresh) heardEvent(entry.event.at);
      heardLately(echoOf(entry.event));
      cache.hear(entry, () => onEntry?.(entry, fresh));
    });
    own.addEventListener('error', () => own === source && comeBack());
  };

  /** Not all screens at once: the desk may just have come up. */
  const comeBack = (): void => {
    source?.close();
    clearTimeout(again);
    breaks += 1;
    if (breaks === 2 || breaks % 10 === 0) onBroken?.();
    again = setTimeout(connect, Math.min(LONGEST_WAIT_MS, 500 * 2 ** Math.min(breaks, 6)) * (0.4 + 0.6 * Math.random()));
  };

  const watch = setInterval(() => {
    if (Date.now() - heardAt < SILENT_MS) return;
    if (!state.silentSince) say({ ...state, silentSince: new Date(heardAt).toISOString() });
    if (source?.readyState === EventSource.OPEN) comeBack();
  }, 1000);
  const retry = (): void => void (breaks > 0 && connect());
  addEventListener('online', retry);

  say({});
  connect();
  return {
    follow: (taskIds) => {
      if (taskIds.join() === open.join()) return;
      open = [...taskIds];
      connect();
    },
    awaitEcho: (done) => {
      for (const echo of new Set(done.map(echoOf))) {
        if (lately.has(echo) || echoes.has(echo)) continue;
        const unheard = () => {
          echoes.delete(echo);
          cache.refresh();
        };
        echoes.set(echo, setTimeout(unheard, ECHO_MS));
      }
    },
    retry,
    close: () => {
      clearInterval(watch);
      clearTimeout(again);
      echoes.forEach(clearTimeout);
      removeEventListener('online', retry);
      source?.close();
      say({});
    },
  };
};

const echoOf = ({ type, at, by, version }: Pick<LiveEntry['event'], 'type' | 'at' | 'by' | 'version'>): string => `${type} ${at} ${by} ${version}`;

let state: LineState = {};
const listeners = new Set<() => void>();
const say = (next: LineState): void => {
  state = next;
  for (const listen of listeners) listen();
};
const subscribe = (listen: () => void) => {
  listeners.add(listen);
  return () => void listeners.delete(listen);
};

/** How the line stands, for the banner. */
export const useLine = (): LineState => useSyncExternalStore(subscribe, () => state);
