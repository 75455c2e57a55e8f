import { voice, type Actor } from '@firstline/domain/desk/role.ts';
import { reachesTask, reachesThread } from '@firstline/server/tasks/index.ts';
import { openDesk, type TestDesk } from './open-desk.ts';
import type { FastifyInstance } from 'fastify';
import { connect, type AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openDoors } from '@firstline/server/platform/http.ts';
import { makeMetrics } from '@firstline/server/platform/metrics.ts';
import { openTask } from '@firstline/server/tasks/commands/open-task.ts';
import { receiveMessage } from '@firstline/server/conversations/commands/receive-message.ts';
import { openFileDoors } from '@firstline/server/conversations/files/doors.ts';
import { objectsOf } from '@firstline/server/conversations/files/folder.ts';
import { sweepFiles } from '@firstline/server/conversations/files/sweep-files.ts';

let desk: TestDesk;
let http: FastifyInstance;
let asks: Actor | undefined;
let ana: Actor;
let taskId = '';

beforeEach(async () => {
  desk = await openDesk();
  const queueId = await desk.queue();
  ana = await desk.person('Ana Reyes', ['agent'], [queueId]);
  asks = ana;
  const done = await desk.done(receiveMessage, { channel: 'email', from: 'dana@customer.example', to: 'a@b.example', subject: 'Tap', text: 'Drips', rfcId: '<1@c>', answers: [], automatic: false }, voice('system'));
  const [opened] = await desk.done(openTask, { conversationId: String(done.at(-1)?.conversationId) }, voice('system'));
  taskId = String(opened?.taskId);
  const whoIs = () => Promise.resolve(asks);
  http = openDoors(desk, whoIs, makeMetrics());
  openFileDoors(http, desk, whoIs, { task: reachesTask, thread: reachesThread });
});
afterEach(async () => {
  await http.close();
  await desk.close();
});

const upload = async (name: string, body: string | Buffer = 'Bytes', headers: Record<string, string> = {}) =>
  http.inject({ method: 'POST', url: '/api/files', query: { taskId, name, type: 'text/html' }, payload: body, headers: { 'content-type': 'application/octet-stream', ...headers } });
type Answer = { file: { id: string; name: string; bytes: number; type: string } };

test('R-142 S7 A file that was put there comes back as bytes to be saved, never as a page', async () => {
  const { file } = (await upload('photo "of"\r\n tap.html', '<script>alert(1)</script>')).json<Answer>();
  expect(file).toMatchObject({ bytes: 25, type: 'text/html' });
  expect(Buffer.from(file.id, 'base64url')).toHaveLength(24);
  const got = await http.inject({ url: `/api/files/${file.id}` });
  expect(got.body).toBe('<script>alert(1)</script>');
  expect(got.headers).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  });
  expect(got.headers['content-disposition']).toMatch(/^attachment; filename="photo _of_ tap\.html"; filename\*=UTF-8''photo%20_of_%20tap\.html$/);
});

test('S8 A file stands under a random key, whatever its name', async () => {
  for (const name of ['../../../main.ts', '.ht\u200Baccess', 'a\u202Egpj.exe', 'x'.repeat(4096), 'nul\0', 'dot.']) expect((await upload(name)).statusCode, name).toBe(200);
  const { rows } = await desk.pool.query<{ key: string; name: string }>('select key, name from files');
  expect(rows).toHaveLength(6);
  for (const { key, name } of rows) {
    expect(key).toMatch(/^[0-9a-f]{48}$/);
    expect(objectsOf(desk).has(key)).toBe(true);
    expect(name.length).toBeLessThanOrEqual(120);
    expect(name).not.toMatch(/[\p{Cc}\p{Cf}/\\]|\.$/u);
  }
});

test('S9 A file in a draft is its uploader’s alone; others and strangers find nothing there', async () => {
  const { file } = (await upload('mine.txt')).json<Answer>();
  asks = await desk.person('Ben Sato', ['agent'], ana.queueIds as string[]);
  expect((await http.inject({ url: `/api/files/${file.id}` })).statusCode).toBe(404);
  expect((await http.inject({ method: 'DELETE', url: `/api/files/${file.id}` })).statusCode).toBe(404);
  asks = await desk.person('Cleo Marsh', ['agent'], []);
  expect((await upload('other.txt')).statusCode).toBe(404);
  asks = undefined;
  expect((await http.inject({ url: `/api/files/${file.id}` })).statusCode).toBe(401);
  expect((await upload('nobody.txt')).statusCode).toBe(401);
  asks = ana;
  expect((await upload('forged.txt', 'x', { origin: 'http://evil.example' })).statusCode).toBe(403);
  expect((await http.inject({ method: 'DELETE', url: `/api/files/${file.id}` })).statusCode).toBe(200);
  expect((await http.inject({ url: `/api/files/${file.id}` })).statusCode).toBe(404);
});

test('R-151 A file that no mail could carry is refused in plain words, and nothing of it stays', async () => {
  const small = { levels: {}, policy: { ...(await desk.house()).policy, emailBytes: 1000 } };
  desk.house = () => Promise.resolve(small as never);
  const own = openDoors(desk, () => Promise.resolve(asks), makeMetrics());
  openFileDoors(own, desk, () => Promise.resolve(asks), { task: reachesTask, thread: reachesThread });
  const refused = await own.inject({ method: 'POST', url: '/api/files', query: { taskId, name: 'a' }, payload: Buffer.alloc(2000), headers: { 'content-type': 'application/octet-stream' } });
  expect([refused.statusCode, refused.json<{ issues: unknown }>().issues]).toEqual([413, [{ path: 'file', says: 'A mail may weigh 1 kB altogether.' }]]);
  expect((await desk.pool.query('select 1 from files')).rows).toEqual([]);
  for (let n = 0; n < 6; n++) await own.inject({ method: 'POST', url: '/api/files', query: { taskId, name: 'a' }, payload: Buffer.alloc(900), headers: { 'content-type': 'application/octet-stream' } });
  const full = await own.inject({ method: 'POST', url: '/api/files', query: { taskId, name: 'a' }, payload: 'x', headers: { 'content-type': 'application/octet-stream' } });
  expect(full.json<{ issues: { says: string }[] }>().issues[0]?.says).toMatch(/^Too many files wait/);
  await own.close();
});

test('Whoever hangs up in the middle of a file leaves nothing behind, and calls nobody: nothing of ours broke', async () => {
  const complains = vi.spyOn(desk.log, 'error');
  let answered = 0;
  http.addHook('onSend', (_, reply, __, done) => {
    answered = reply.statusCode;
    done();
  });
  await http.listen({ port: 0, host: '127.0.0.1' });
  const socket = connect((http.server.address() as AddressInfo).port, '127.0.0.1');
  http.server.once('request', (request) => request.once('data', () => socket.destroy()));
  socket.write(`POST /api/files?taskId=${taskId}&name=a.txt HTTP/1.1\r\nhost: desk\r\ncontent-type: text/plain\r\ncontent-length: 1000\r\n\r\nBytes`);
  await expect.poll(() => answered).toBe(400);
  expect(complains).not.toHaveBeenCalled();
  expect((await desk.pool.query('select 1 from files')).rows).toEqual([]);
});

test('Files that no mail has taken are swept away after a week, with their bytes', async () => {
  const { file } = (await upload('left.txt')).json<Answer>();
  const { rows } = await desk.pool.query<{ key: string }>('select key from files where id = $1', [file.id]);
  await desk.passes(6 * 86_400);
  expect(await sweepFiles(desk)).toBe(0);
  await desk.passes(2 * 86_400);
  expect(await sweepFiles(desk)).toBe(1);
  expect(objectsOf(desk).has(rows[0]?.key ?? '')).toBe(false);
  expect((await http.inject({ url: `/api/files/${file.id}` })).statusCode).toBe(404);
});
