import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LiveEntry } from './live-cache.ts';
import { openLine, type Line } from './live.ts';

type Heard = (event: { data: string; lastEventId: string }) => void;

/** The stream as the desk would drive it. */
class FakeSource {
  static OPEN = 1;
  static all: FakeSource[] = [];
  static last = () => FakeSource.all.at(-1) as FakeSource;
  readyState = 1;
  heard: Record<string, Heard> = {};
  address: string;
  constructor(address: string) {
    this.address = address;
    FakeSource.all.push(this);
  }
  addEventListener = (type: string, hear: Heard) => void (this.heard[type] = hear);
  close = () => void (this.readyState = 2);
  say = (type: string, data: unknown = {}, lastEventId = '') => this.heard[type]?.({ data: JSON.stringify(data), lastEventId });
  entry = (seq: number) => this.say('message', { seq, kind: 'task', id: 't1', event: { type: 'task.claimed', at: new Date().toISOString(), by: 'ana', version: 2 } });
}

const cache = { read: vi.fn<() => Promise<unknown>>(), hear: vi.fn<(entry: LiveEntry, then?: () => void) => void>((_, then) => then?.()), refresh: vi.fn<() => void>() };
let line: Line | undefined;
const open = (options = {}) => (line = openLine({ cache, build: 'b1', after: 7, ...options }));

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  FakeSource.all = [];
  vi.stubGlobal('EventSource', FakeSource);
  vi.stubGlobal('addEventListener', vi.fn());
  vi.stubGlobal('removeEventListener', vi.fn());
});
afterEach(() => {
  line?.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('A broken line comes back by its cursor, later each time and never all at once', () => {
  const onReturn = vi.fn<() => void>();
  const onBroken = vi.fn<() => void>();
  open({ onReturn, onBroken });
  expect(FakeSource.last().address).toBe('/api/journal?after=7');
  FakeSource.last().say('hello', { build: 'b1', seq: 8 });
  FakeSource.last().entry(9);
  expect(cache.hear).toHaveBeenCalledTimes(1);
  const waits = [1, 2, 3].map(() => {
    const before = Date.now();
    FakeSource.last().say('error');
    vi.advanceTimersToNextTimer();
    while (FakeSource.last().readyState === 2) vi.advanceTimersToNextTimer();
    return Date.now() - before;
  });
  expect(FakeSource.last().address).toBe('/api/journal?after=9');
  expect(waits[0]).toBeGreaterThanOrEqual(400);
  expect(waits[2]).toBeGreaterThan(waits[0] ?? 0);
  expect(onReturn).not.toHaveBeenCalled();
  expect(onBroken).toHaveBeenCalledTimes(1);
  FakeSource.last().say('hello', { build: 'b1', seq: 9 });
  expect(onReturn).toHaveBeenCalledTimes(1);
});

test('Another task on the screen is followed from the same cursor; the same ones change nothing', () => {
  open();
  FakeSource.last().entry(12);
  line?.follow(['t1', 't2']);
  line?.follow(['t1', 't2']);
  expect(FakeSource.all.map(({ address }) => address)).toEqual(['/api/journal?after=7', '/api/journal?after=12&open=t1%2Ct2']);
});

test('What happens while the screen turns to another task is news all the same; what it missed in a break is none', () => {
  const onEntry = vi.fn<(entry: LiveEntry, fresh: boolean) => void>();
  open({ onEntry });
  FakeSource.last().say('hello', { build: 'b1', seq: 8 });
  FakeSource.last().entry(8);
  line?.follow(['t1']);
  FakeSource.last().say('hello', { build: 'b1', seq: 9 });
  FakeSource.last().entry(9);
  FakeSource.last().say('error');
  while (FakeSource.last().readyState === 2) vi.advanceTimersToNextTimer();
  FakeSource.last().say('hello', { build: 'b1', seq: 10 });
  FakeSource.last().entry(10);
  FakeSource.last().entry(11);
  expect(onEntry.mock.calls.map(([, fresh]) => fresh)).toEqual([false, true, false, true]);
});

test('A cursor that is too old means that everything is read again', () => {
  open();
  FakeSource.last().say('refetch', {}, '4000');
  expect(cache.refresh).toHaveBeenCalledTimes(1);
  line?.follow(['t1']);
  expect(FakeSource.last().address).toBe('/api/journal?after=4000&open=t1');
});

test('What this screen did and does not hear of is read again; what it hears of is not', () => {
  open();
  const done = { type: 'task.claimed' as const, at: new Date().toISOString(), by: 'ana', version: 2 };
  line?.awaitEcho([done]);
  FakeSource.last().entry(8);
  vi.advanceTimersByTime(5000);
  expect(cache.refresh).not.toHaveBeenCalled();
  line?.awaitEcho([done]);
  vi.advanceTimersByTime(5000);
  expect(cache.refresh, 'the stream was quicker than the answer').not.toHaveBeenCalled();
  line?.awaitEcho([{ ...done, version: 3 }, { ...done, version: 3 }]);
  vi.advanceTimersByTime(5000);
  expect(cache.refresh).toHaveBeenCalledTimes(1);
});
