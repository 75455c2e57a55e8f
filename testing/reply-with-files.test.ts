import { voice, type Actor } from '@firstline/domain/desk/role.ts';
import { openDesk, type TestDesk } from './open-desk.ts';
import { letter } from './cases.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { useMailServer } from '@firstline/server/conversations/index.ts';
import { mailServer, type MailServer } from '@firstline/server/conversations/channels/email/simulator.ts';
import { receiveMessage } from '@firstline/server/conversations/commands/receive-message.ts';
import { objectsOf } from '@firstline/server/conversations/files/folder.ts';
import { keepFiles } from '@firstline/server/conversations/files/keep-files.ts';
import { claimTask } from '@firstline/server/tasks/commands/claim-task.ts';
import { noteOnTask } from '@firstline/server/tasks/commands/note-on-task.ts';
import { replyOnTask } from '@firstline/server/tasks/commands/reply-on-task.ts';

let desk: TestDesk;
let server: MailServer;
let ana: Actor;
let taskId = '';
beforeEach(async () => {
  server = await mailServer();
  desk = await openDesk();
  useMailServer(desk, { mailUrl: server.url });
  const queueId = await desk.queue();
  ana = await desk.person('Ana Reyes', ['agent'], [queueId]);
  await desk.done(receiveMessage, letter(), voice('system'));
  await desk.settle();
  taskId = String((await desk.pool.query<{ id: string }>('select id from tasks')).rows[0]?.id);
  await desk.done(claimTask, { taskId }, ana);
});
afterEach(async () => {
  await server.close();
  await desk.close();
});

const put = async (name: string, content: string | Buffer, by = ana.id): Promise<string> => {
  const object = objectsOf(desk).begin();
  object.write(Buffer.from(content as string));
  const [file] = await keepFiles(desk, [{ name, type: 'text/plain', object }], { by, taskId: by === ana.id ? taskId : undefined });
  return file?.id ?? '';
};
const reply = (files: string[]) => ({ taskId, to: 'dana@customer.example', subject: 'Re: Furnace', body: 'See the file.', files });

const refusedBy = async (input: ReturnType<typeof reply>): Promise<string[]> => {
  const outcome = await desk.ask(replyOnTask, input, ana);
  return 'refused' in outcome ? outcome.refused.map(({ rule }) => rule) : [];
};

test('R-142 R-144 A mail leaves with its files, byte by byte, and ends with the initials', async () => {
  const id = await put('Angebot März.txt', 'Zwei Lampen');
  await desk.done(replyOnTask, reply([id]), ana);
  await desk.settle();
  const raw = server.got[0]?.raw ?? '';
  expect(raw).toContain('filename*0*=utf-8\'\'Angebot%20M%C3%A4rz.txt');
  expect(raw).toContain(Buffer.from('Zwei Lampen').toString('base64'));
  expect(raw).toMatch(/See the file\.\r\n\r\nAR\r\n/);
  expect((await desk.pool.query('select files, state from messages where direction = $1', ['out'])).rows).toMatchObject([{ state: 'sent', files: [{ id, name: 'Angebot März.txt', bytes: 11 }] }]);
});

test('R-142 A file that is gone, or that is somebody else’s, goes along with nothing', async () => {
  const others = await put('secret.txt', 'Not yours', 'ben');
  for (const id of [others, 'nothing']) {
    expect(await refusedBy(reply([id]))).toContain('attached-files-are-here');
  }
  await desk.settle();
  expect(server.got).toEqual([]);
});

test('R-151 A mail that would be too large on its way is refused before it leaves', async () => {
  const id = await put('large.bin', 'x');
  await desk.pool.query('update files set bytes = 29000000 where id = $1', [id]);
  expect(await refusedBy(reply([id]))).not.toContain('mail-within-its-size');
  await desk.pool.query('update files set bytes = 31000000 where id = $1', [id]);
  expect(await refusedBy(reply([id]))).toContain('mail-within-its-size');
});

test('R-163 What colleagues noted stands in no mail', async () => {
  await desk.done(noteOnTask, { taskId, discussed: 'Canary 4711: is known to shout.' }, ana);
  await desk.done(replyOnTask, reply([]), ana);
  await desk.settle();
  expect(server.got).toHaveLength(1);
  expect(JSON.stringify(server.got)).not.toContain('4711');
});
