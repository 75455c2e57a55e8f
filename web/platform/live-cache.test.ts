import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeLiveCache, type Evolvers, type LiveEntry } from './live-cache.ts';

const KEY = ['tasks.badges', {}] as const;
type Badges = { seq: number; waiting: Record<string, number> };
const evolvers: Evolvers = {
  'tasks.badges': (badges, { seq, event }) => {
    if (seq <= badges.seq) return { data: badges };
    if (event.type === 'task.returned') return { data: badges, again: 'soon' };
    return { data: { ...badges, seq, waiting: { q1: (badges.waiting.q1 ?? 0) + 1 } } };
  },
};
const entry = (seq: number, type = 'task.opened'): LiveEntry => ({ seq, kind: 'task', id: 't1', event: { type: type as 'task.opened', at: '', by: 'system', version: 1 } });

/** The desk answers when it is told to. */
const slowDesk = () => {
  const waiting: ((badges: Badges) => void)[] = [];
  vi.stubGlobal('fetch', vi.fn(() => new Promise<Response>((answer) => waiting.push((badges) => answer(new Response(JSON.stringify(badges)))))));
  return { answer: (badges: Badges) => waiting.shift()?.(badges), asked: () => vi.mocked(fetch).mock.calls.length };
};
const started = (isAtKeys = () => false) => {
  const client: QueryClient = new QueryClient({ defaultOptions: { queries: { retry: false, queryFn: () => cache.read('tasks.badges', {} as never) } } });
  const cache = makeLiveCache(client, evolvers, () => 700, isAtKeys);
  return { client, cache, known: () => client.getQueryData<Badges>(KEY) };
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('What happens while an answer is under way is not lost', async () => {
  const desk = slowDesk();
  const { client, cache, known } = started();
  const reading = client.fetchQuery({ queryKey: KEY });
  cache.hear(entry(10));
  cache.hear(entry(11));
  desk.answer({ seq: 10, waiting: { q1: 5 } });
  await reading;
  expect(known()).toEqual({ seq: 11, waiting: { q1: 6 } });
});

test('What only the desk can tell is asked for once, and not by all screens at the same moment', async () => {
  const desk = slowDesk();
  const { client, cache, known } = started();
  client.setQueryData(KEY, { seq: 1, waiting: { q1: 1 } });
  const stop = client.getQueryCache().find({ queryKey: KEY });
  cache.hear(entry(2, 'task.returned'));
  cache.hear(entry(3, 'task.returned'));
  expect(stop?.state.isInvalidated).toBe(false);
  vi.advanceTimersByTime(699);
  expect(stop?.state.isInvalidated).toBe(false);
  vi.advanceTimersByTime(1);
  expect(stop?.state.isInvalidated).toBe(true);
  expect(desk.asked()).toBe(0);
  expect(known()).toEqual({ seq: 1, waiting: { q1: 1 } });
});

test('An entry evolves every answer that is known, and an entry heard twice counts once', () => {
  const { client, cache, known } = started();
  client.setQueryData(KEY, { seq: 1, waiting: {} });
  cache.hear(entry(2));
  cache.hear(entry(2));
  vi.runAllTimers();
  expect(known()).toEqual({ seq: 2, waiting: { q1: 1 } });
});

test('P11 What comes alone is shown at once; of a flood the screen is drawn ten times a second, and of each entry it is told once it knows', () => {
  const { client, cache, known } = started();
  client.setQueryData(KEY, { seq: 1, waiting: {} });
  const drawn = vi.fn<() => void>();
  client.getQueryCache().subscribe(({ type }) => type === 'updated' && drawn());
  const told: (number | undefined)[] = [];
  for (let seq = 2; seq <= 51; seq += 1) {
    cache.hear(entry(seq), () => told.push(known()?.seq));
    vi.advanceTimersByTime(20);
  }
  vi.runAllTimers();
  expect(known()).toEqual({ seq: 51, waiting: { q1: 50 } });
  expect(told).toHaveLength(50);
  expect(told[0]).toBe(2);
  expect(told[1]).toBeGreaterThan(3);
  expect(drawn.mock.calls.length).toBeLessThan(12);
  expect(drawn.mock.calls.length).toBeGreaterThan(8);
});

test('P11 While somebody types a flood is drawn four times a second, and what comes alone at once', () => {
  const { client, cache, known } = started(() => true);
  client.setQueryData(KEY, { seq: 1, waiting: {} });
  cache.hear(entry(2));
  expect(known()?.seq).toBe(2);
  const drawn = vi.fn<() => void>();
  client.getQueryCache().subscribe(({ type }) => type === 'updated' && drawn());
  for (let seq = 3; seq <= 52; seq += 1) {
    cache.hear(entry(seq));
    vi.advanceTimersByTime(20);
  }
  expect(drawn.mock.calls.length).toBe(4);
});

test.each([
  [5, 50],
  [20, 25],
  [80, 11],
])('P4 P11 A screen that takes %i ms to draw a flood draws it about %i times a second', (takes, times) => {
  let due: { at: number; tell: () => void } | undefined;
  vi.stubGlobal('requestAnimationFrame', (tell: () => void) => (due = { at: performance.now() + takes, tell }));
  const pass = (ms: number): void => {
    for (let step = 0; step < ms; step += 1) {
      vi.advanceTimersByTime(1);
      if (!due || due.at > performance.now()) continue;
      due.tell();
      due = undefined;
    }
  };
  const { client, cache } = started();
  client.setQueryData(KEY, { seq: 1, waiting: {} });
  const drawn = vi.fn<() => void>();
  client.getQueryCache().subscribe(({ type }) => type === 'updated' && drawn());
  // The first drawing tells how long it takes.
  cache.hear(entry(2));
  pass(1000);
  drawn.mockClear();
  for (let seq = 3; seq <= 52; seq += 1) {
    cache.hear(entry(seq));
    pass(20);
  }
  expect(Math.abs(drawn.mock.calls.length - times)).toBeLessThanOrEqual(2);
});
