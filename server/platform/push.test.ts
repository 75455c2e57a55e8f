import { randomUUID } from 'node:crypto';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Actor } from '@firstline/domain/desk/role.ts';
import { hang, light, openLamps, putOut, system } from '@firstline/testing/lamps.ts';
import { openDoors } from './http.ts';
import { makeMetrics, type Metrics } from './metrics.ts';
import { openPush, type Push } from './push.ts';
import { seal } from './sealer.ts';
import { followJournal, type Tail } from './tail.ts';

const ana: Actor = { id: 'ana', name: 'Ana', initials: 'AR', roles: ['agent'], queueIds: ['q1'] };
let lamps: Awaited<ReturnType<typeof openLamps>>;
let tail: Tail;
let push: Push;
let metrics: Metrics;
let url: string;
let close: () => Promise<void>;

beforeEach(async () => {
  lamps = await openLamps();
  tail = await followJournal(lamps.pool);
  metrics = makeMetrics();
  const http = openDoors(lamps.desk, (request) => Promise.resolve(request.headers['x-test'] ? ana : undefined), metrics);
  const open = (_: unknown, __: unknown, ids: readonly string[]): Promise<string[]> => {
    if (ids.includes('cut')) push.cut('ana');
    return Promise.resolve(ids.map((id) => `lamp:${id}`));
  };
  push = openPush(http, lamps.desk, tail, 'build-1', (request) => Promise.resolve(request.headers['x-test'] ? ana : undefined), open, metrics);
  await http.listen({ port: 0, host: '127.0.0.1' });
  url = `http://127.0.0.1:${(http.server.address() as AddressInfo).port}`;
  close = async () => {
    push.stop();
    await http.close();
    await lamps.close();
  };
});
afterEach(() => close());

const happen = async (id: string): Promise<void> => {
  await lamps.desk.run(hang, { lampId: id }, system, { commandId: randomUUID() });
  await lamps.desk.run(light, { lampId: id, wish: 'secret wish' }, system, { commandId: randomUUID() });
  while ((await seal(lamps.pool, lamps.desk.parts.tally)) > 0);
  while (await tail.read());
};

/** Reads the stream until it says what is waited for. */
const listen = async (query: string, until: (text: string) => boolean, headers: Record<string, string> = {}): Promise<string> => {
  const leaving = new AbortController();
  const response = await fetch(`${url}/api/journal?${query}`, { headers: { 'x-test': '1', ...headers }, signal: leaving.signal });
  let text = '';
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    text += new TextDecoder().decode(chunk);
    if (until(text)) break;
  }
  leaving.abort();
  return text;
};

test('R4 a screen that comes back with its cursor gets what it missed, in order and once', async () => {
  await happen('a');
  await happen('b');
  const text = await listen('after=1', (so) => so.includes('id: 4'));
  expect([...text.matchAll(/^id: (\d+)$/gm)].map(([, seq]) => Number(seq))).toEqual([2, 3, 4]);
  const resumed = await listen('after=0', (so) => so.includes('id: 4'), { 'last-event-id': '3' });
  expect([...resumed.matchAll(/^id: (\d+)$/gm)].map(([, seq]) => Number(seq))).toEqual([4]);
});

test('R4 a live screen hears of what happens after it came', async () => {
  const hearing = listen('open=c', (so) => so.includes('id: 2'));
  await expect.poll(streams).toBe(1);
  await happen('c');
  expect(await hearing).toContain('"type":"lamp.lit"');
});

test('the personal part reaches only who has the subject open', async () => {
  await happen('d');
  expect(await listen('after=0&open=d', (so) => so.includes('id: 2'))).toContain('secret wish');
  const outline = await listen('after=0', (so) => so.includes('id: 2'));
  expect(outline).toContain('lamp.lit');
  expect(outline).not.toContain('secret wish');
});

test('R4 a cursor from before what is kept is told to fetch anew', async () => {
  await happen('e');
  const young = await followJournal(lamps.pool);
  expect(young.since(0)).toBeUndefined();
  expect(young.since(young.seq())).toEqual([]);
});

test('R4 a screen that heard more than the desk knows, because a backup was brought back, is told to fetch anew', async () => {
  await happen('j');
  const text = await listen('after=900', (so) => so.includes('event: refetch') || so.includes('event: beat'));
  expect(text).toContain('event: refetch\nid: 2\n');
});

test('S1 nobody listens without a session, and nonsense is answered from the closed list', async () => {
  expect((await fetch(`${url}/api/journal`)).status).toBe(401);
  for (const query of ['after=abc', 'after=-1', 'after=1e99', `open=${'x,'.repeat(30)}`]) {
    const response = await fetch(`${url}/api/journal?${query}`, { headers: { 'x-test': '1' } });
    expect(await response.json(), query).toMatchObject({ code: 'bad-input', status: 400 });
  }
});

test('S18 whoever loses a right is cut from the stream at once', async () => {
  const stream = await fetch(`${url}/api/journal`, { headers: { 'x-test': '1' } });
  push.cut('ana');
  let text = '';
  for await (const chunk of stream.body as unknown as AsyncIterable<Uint8Array>) text += new TextDecoder().decode(chunk);
  expect(text).toContain('event: hello');
});

test('S18 whoever loses a right while their stream is being opened does not get it: they come again with the rights they have', async () => {
  const response = await fetch(`${url}/api/journal?open=cut`, { headers: { 'x-test': '1' }, signal: AbortSignal.timeout(4000) });
  expect([response.status, response.headers.get('retry-after'), await streams()]).toEqual([503, '1', 0]);
});

test('S18 what happens in the very moment in which somebody is cut is not told to them, and breaks nothing', async () => {
  const stream = await fetch(`${url}/api/journal?open=i`, { headers: { 'x-test': '1' } });
  await lamps.desk.run(hang, { lampId: 'i' }, system, { commandId: randomUUID() });
  await lamps.desk.run(light, { lampId: 'i', wish: 'w' }, system, { commandId: randomUUID() });
  await seal(lamps.pool, lamps.desk.parts.tally, (run) => {
    push.cut('ana');
    tail.take(run);
  });
  let text = '';
  for await (const chunk of stream.body as unknown as AsyncIterable<Uint8Array>) text += new TextDecoder().decode(chunk);
  expect([tail.seq(), text.includes('event: hello'), text.includes('lamp')]).toEqual([2, true, false]);
});

test('R4 a reader that does not read is cut at a bounded buffer, and comes back by its cursor', async () => {
  const stuck = connectTo(url);
  stuck.pause();
  stuck.write('GET /api/journal?open=f HTTP/1.1\r\nhost: x\r\nx-test: 1\r\n\r\n');
  await expect.poll(streams).toBe(1);
  await lamps.desk.run(hang, { lampId: 'f' }, system, { commandId: randomUUID() });
  for (let n = 0; n < 48; n++) {
    await lamps.desk.run(light, { lampId: 'f', wish: 'w'.repeat(250_000) }, system, { commandId: randomUUID(), acknowledged: ['not-twice'] });
    await lamps.desk.run(putOut, { lampId: 'f' }, system, { commandId: randomUUID() });
    while ((await seal(lamps.pool, lamps.desk.parts.tally)) > 0);
    while (await tail.read());
  }
  await expect.poll(streams).toBe(0);
  stuck.destroy();
  const back = await listen('after=1&open=f', (so) => so.includes('event: refetch'));
  expect(back.includes('id: 3\n')).toBe(true);
  expect(back.includes(`id: ${tail.seq()}\n`)).toBe(true);
});

test('R4 An entry too large for the stream makes its screens read again, live and after a break, and what follows arrives', async () => {
  const large = async () => {
    await lamps.desk.run(hang, { lampId: 'g' }, system, { commandId: randomUUID() });
    await lamps.desk.run(light, { lampId: 'g', wish: 'w'.repeat(3_000_000) }, system, { commandId: randomUUID() });
    await happen('h');
  };
  const hearing = listen('open=g,h', (so) => so.includes('id: 4'));
  await expect.poll(streams).toBe(1);
  await large();
  for (const text of [await hearing, await listen('after=0&open=g,h', (so) => so.includes('id: 4'))]) {
    expect([...text.matchAll(/^id: (\d+)$/gm)].map(([, seq]) => Number(seq))).toEqual([1, 2, 3, 4]);
    expect(text).toContain('event: refetch\nid: 2\n');
    expect(text.length).toBeLessThan(10_000);
  }
  // Who hears of it in outline only, gets that.
  expect(await listen('after=0', (so) => so.includes('id: 4'))).not.toContain('refetch');
});

const connectTo = (address: string): Socket => connect(Number(new URL(address).port), '127.0.0.1');
const streams = async (): Promise<number> => (await metrics.streams.get()).values[0]?.value ?? 0;
