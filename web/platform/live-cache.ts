import type { DeskEvent, Recorded } from '@firstline/domain/event.ts';
import type { QueryClient } from '@tanstack/react-query';
import { read } from './api.ts';
import type { AnswerOf, InputOf, QueryName } from './doors.ts';
import { handsAreBusy } from './hands.ts';

/** An entry of the journal as the stream brings it. Without `personal` it is an outline. */
export type LiveEntry = { seq: number; kind: string; id: string; event: Recorded<DeskEvent> & Record<string, unknown> };

/** What became of an answer by one entry; `again` when only the desk can tell, `now` where nobody else will ask. */
export type Evolved<Data> = { data: Data; again?: 'now' | 'soon' };

/** How the answers of a query evolve by what happens. An entry that is none of its business leaves the same data. */
export type Evolve<Data, Input> = (data: Data, entry: LiveEntry, input: Input) => Evolved<Data>;
export type Evolvers = { [Name in QueryName]?: Evolve<AnswerOf<Name>, InputOf<Name>> };

/** Entries kept for answers that were read before them and arrive after them. */
const MOST_KEPT = 1000;
/** A thousand screens that ask at once would be our own flood. */
const SPREAD_MS = 2000;
/**
 * Under a flood drawing takes half of the time at most, and hands stay free; what comes alone is shown at once. A screen that is
 * slower than this all the same shows what it has.
 */
const GATHER_MS = 100;
/** Hands come first: while they press key after key, a flood is drawn between fewer of them. */
const GATHER_AT_KEYS_MS = 250;

export type LiveCache = {
  /** Reads, then brings what was read up to what was heard meanwhile. */
  read: (name: QueryName, input: never) => Promise<unknown>;
  /** `known` is called once the answers know of it. */
  hear: (entry: LiveEntry, known?: () => void) => void;
  /** Asks for everything again, spread in time. */
  refresh: () => void;
};

type AnyEvolve = Evolve<unknown, unknown>;

export const makeLiveCache = (client: QueryClient, evolvers: Evolvers, spread = () => Math.random() * SPREAD_MS, isAtKeys = handsAreBusy): LiveCache => {
  const kept: LiveEntry[] = [];
  const asking = new Map<string, ReturnType<typeof setTimeout>>();
  let gathered: { entry: LiveEntry; known?: () => void }[] = [];
  let shownAt = -Infinity;
  let apart = GATHER_MS;
  const evolverOf = (name: unknown) => evolvers[name as QueryName] as AnyEvolve | undefined;

  const again = (queryKey: readonly unknown[], wait: number): void => {
    const place = JSON.stringify(queryKey);
    if (asking.has(place)) return;
    const ask = () => {
      asking.delete(place);
      void client.invalidateQueries({ queryKey, exact: true });
    };
    asking.set(place, setTimeout(ask, wait));
  };

  /** Each answer by all that was gathered, and then written once. */
  const show = (): void => {
    const all = gathered;
    gathered = [];
    const began = performance.now();
    shownAt = began;
    for (const { queryKey, state } of client.getQueryCache().getAll()) {
      const evolve = evolverOf(queryKey[0]);
      if (!evolve || state.data === undefined) continue;
      let data: unknown = state.data;
      let soonest: Evolved<unknown>['again'];
      for (const { entry } of all) {
        const evolved = evolve(data, entry, queryKey[1]);
        data = evolved.data;
        soonest = soonest === 'now' ? soonest : (evolved.again ?? soonest);
      }
      if (data !== state.data) client.setQueryData(queryKey, data);
      if (soonest) again(queryKey, soonest === 'now' ? 0 : spread());
    }
    for (const { known } of all) known?.();
    whenDrawn(() => void (apart = Math.min(GATHER_MS, 2 * (performance.now() - began))));
  };

  return {
    read: async (name, input) => {
      const before = kept.at(-1)?.seq ?? 0;
      let data: unknown = await read(name, input);
      const evolve = evolverOf(name);
      if (!evolve) return data;
      // An answer may be younger than its number says, never older: an entry too many is skipped by its version.
      const { seq = before } = data as { seq?: number };
      for (const entry of kept.filter((entry) => entry.seq > Math.min(seq, before))) data = evolve(data, entry, input).data;
      return data;
    },
    hear: (entry, known) => {
      kept.push(entry);
      if (kept.length > MOST_KEPT) kept.shift();
      gathered.push({ entry, known });
      if (gathered.length > 1) return;
      const wait = shownAt + (isAtKeys() ? GATHER_AT_KEYS_MS : apart) - performance.now();
      if (wait <= 0) show();
      else setTimeout(show, wait);
    },
    refresh: () => client.getQueryCache().getAll().forEach(({ queryKey }) => again(queryKey, spread())),
  };
};

/** A page that nobody sees is not drawn, and tells nothing of how long that takes. */
const whenDrawn = (then: () => void): void => {
  if (typeof requestAnimationFrame === 'function') requestAnimationFrame(() => setTimeout(then));
};
