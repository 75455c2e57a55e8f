import { afterEach, expect, test, vi } from 'vitest';
import { ask, onDone, onSignedOut, read, type Done } from './api.ts';
import { keyKeeper } from './asking.ts';
import { narrowed } from './server-clock.ts';

const answered = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
const listens = (...answers: (Response | 'no line')[]) => {
  const asked = vi.fn<(address: string, request: RequestInit) => Promise<Response>>(async () => {
    const answer = answers.shift();
    if (!answer || answer === 'no line') throw new TypeError('Failed to fetch');
    return answer;
  });
  vi.stubGlobal('fetch', asked);
  const keys = () => asked.mock.calls.map(([, { headers }]) => (headers as Record<string, string>)['idempotency-key']);
  return { asked, keys };
};
const claim = { taskId: 't1' };
const event = { type: 'task.claimed', at: '2026-01-01T10:00:00.000Z', by: 'ana', version: 2 };

afterEach(() => vi.unstubAllGlobals());

test('What had no answer is asked again with the same key, so that nothing is done twice', async () => {
  const { asked, keys } = listens('no line', answered(503, { code: 'busy', title: 'Busy.' }), answered(200, { done: [event] }));
  const heard = vi.fn<(done: Done) => void>();
  const stop = onDone(heard);
  expect(await ask('tasks.claim', claim, { waits: [0, 0] })).toEqual({ done: [event] });
  stop();
  expect(asked).toHaveBeenCalledTimes(3);
  expect(new Set(keys()).size).toBe(1);
  expect(heard).toHaveBeenCalledExactlyOnceWith([event]);
});

test('Two askings have two keys', async () => {
  const { keys } = listens(answered(200, { done: [] }), answered(200, { done: [] }));
  await ask('tasks.claim', claim);
  await ask('tasks.claim', claim);
  expect(new Set(keys()).size).toBe(2);
});

test('A refusal is an answer: it is not asked again, and a warning passed knowingly is named', async () => {
  const refused = [{ rule: 'task-is-free', says: 'This task is no longer free.', level: 'enforced' }];
  const { asked } = listens(answered(422, { code: 'refused', title: 'A house rule stands against this.', refused }));
  expect(await ask('tasks.claim', claim, { acknowledged: ['one-rule', 'another'], waits: [0] })).toEqual({ refused });
  expect(asked.mock.calls[0]?.[1].headers).toMatchObject({ acknowledge: 'one-rule, another' });
  expect(asked).toHaveBeenCalledTimes(1);
});

test('Without a line it says so in words, and so does a page that is not ours', async () => {
  listens('no line', 'no line');
  expect(await ask('tasks.claim', claim, { waits: [0] })).toMatchObject({ problem: { code: 'no-answer' } });
  listens(new Response('<html>Bad gateway</html>', { status: 502 }));
  expect(await ask('tasks.claim', claim, { waits: [] })).toMatchObject({ problem: { code: 'no-answer' } });
});

test('Who is signed out is told once, and reading carries the problem', async () => {
  listens(answered(401, { code: 'not-signed-in', title: 'Please sign in.' }));
  const heard = vi.fn<() => void>();
  const stop = onSignedOut(heard);
  await expect(read('tasks.waiting', { queueId: undefined, order: 'oldest' })).rejects.toMatchObject({ problem: { code: 'not-signed-in' } });
  stop();
  expect(heard).toHaveBeenCalledTimes(1);
  expect(vi.mocked(fetch).mock.calls[0]?.[0]).toBe('/api/tasks.waiting?order=oldest');
});

test('A question keeps its key until it is answered; another question has its own', () => {
  const keeper = keyKeeper();
  const first = keeper.keyFor(['a']);
  keeper.answered({ problem: { code: 'no-answer', title: '' } });
  expect(keeper.keyFor(['a'])).toBe(first);
  const other = keeper.keyFor(['b']);
  expect(other).not.toBe(first);
  keeper.answered({ refused: [] });
  expect(keeper.keyFor(['b'])).not.toBe(other);
});

test('Sightings narrow what is known of the clock of the server; an impossible one starts anew', () => {
  const coarse = narrowed(undefined, { from: 5000, to: 6000, asked: 1000, heard: 1100 });
  expect(coarse).toEqual({ least: 3900, most: 5000 });
  const fine = narrowed(coarse, { from: 5630, to: 5630, asked: 1000, heard: 1040 });
  expect(fine).toEqual({ least: 4590, most: 4630 });
  expect(narrowed(fine, { from: 0, to: 0, asked: 1000, heard: 1000 })).toEqual({ least: -1000, most: -1000 });
});
