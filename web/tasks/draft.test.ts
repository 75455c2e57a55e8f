import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeDraft } from './draft.ts';

const OF = { taskId: 't1', kind: 'email', personId: 'ana' } as const;
let tabs: { heard?: (event: { key: string }) => void }[];
let asked: string[];
let kept: Map<string, string>;

/** A tab of one browser: what it writes is told to the others, never to itself. */
const tab = () => {
  const own: (typeof tabs)[number] = {};
  tabs.push(own);
  vi.stubGlobal('addEventListener', (_: string, hear: (typeof own)['heard']) => (own.heard = hear));
  const draft = makeDraft(OF, []);
  const leave = draft.listen(() => undefined);
  const writes = (body: string) => {
    draft.write(() => ({ body }));
    tellFrom(own);
  };
  return { draft, leave, writes, told: () => own.heard, says: () => draft.now().content?.body, sends: (body: string) => (draft.clear({ body }, { body: '' }), tellFrom(own)) };
};
const tellFrom = (own: (typeof tabs)[number]) => {
  for (const other of tabs) if (other !== own) for (const key of kept.keys()) other.heard?.({ key });
};

beforeEach(() => {
  vi.useFakeTimers();
  [tabs, asked, kept] = [[], [], new Map()];
  vi.stubGlobal('localStorage', { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) });
  vi.stubGlobal('removeEventListener', (_: string, hear: unknown) => tabs.forEach((own) => own.heard === hear && (own.heard = undefined)));
  vi.stubGlobal('fetch', vi.fn((_: string, { body }: { body: string }) => (asked.push(body), Promise.resolve(new Response(JSON.stringify({ done: [] }), { status: 200 })))));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('R-078 What is written in one tab stands in the other, and is written on from there', async () => {
  const [one, two] = [tab(), tab()];
  one.writes('Dear Dana');
  expect(two.says()).toBe('Dear Dana');
  two.writes('Dear Dana, on Tuesday');
  expect(one.says()).toBe('Dear Dana, on Tuesday');
  await vi.advanceTimersByTimeAsync(10_000);
  expect(asked).toEqual([expect.stringContaining('Dear Dana, on Tuesday')]);
});

test('R-078 What was sent from one tab is not there to be sent from the other', () => {
  const [one, two] = [tab(), tab()];
  one.writes('We come on Tuesday.');
  two.sends('We come on Tuesday.');
  expect(one.says()).toBeUndefined();
});

test('R-078 A draft that is on no screen hears nothing, and another task is another draft', () => {
  const [one, two] = [tab(), tab()];
  one.writes('Dear Dana');
  tabs[1]?.heard?.({ key: 'firstline.draft.ana.t2.email' });
  two.leave();
  expect(two.told()).toBeUndefined();
});
