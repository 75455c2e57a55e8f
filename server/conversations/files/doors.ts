import { otherDoors } from '@firstline/contract/access.ts';
import { isId } from '@firstline/contract/spec.ts';
import { saidBytes } from '@firstline/domain/conversations/attachment.ts';
import type { Actor } from '@firstline/domain/desk/role.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import type { Desk } from '../../platform/desk.ts';
import { isForeign, whoEnters, type WhoIs } from '../../platform/http.ts';
import { prepared } from '../../platform/prepared.ts';
import { sendProblem } from '../../platform/problem.ts';
import { offeredAs, servedType } from './disposition.ts';
import { storedFile } from './find-files.ts';
import { objectsOf } from './folder.ts';
import { dropFiles, keepFiles } from './keep-files.ts';

/** Whose work a thread or a task is; only the subject of tasks knows. */
export type Reaching = {
  thread: (desk: Desk, by: Actor, conversationId: string) => Promise<boolean>;
  task: (desk: Desk, by: Actor, taskId: string) => Promise<boolean>;
};

/** Files of one person that wait in drafts may weigh as much as some full mails. */
const WAITING_MAILS = 5;
const MOST_WAITING = 200;

/** Files come in as bytes and go out to be saved. Nothing that somebody sent is ever a page of ours. */
export const openFileDoors = (http: FastifyInstance, desk: Desk, whoIs: WhoIs, reaching: Reaching): void => {
  void http.register(async (doors) => {
    doors.removeAllContentTypeParsers();
    doors.addContentTypeParser('*', (_, payload, done) => done(null, payload));
    doors.post('/api/files', (request, reply) => upload(desk, whoIs, reaching, request, reply));
    doors.delete('/api/files/:id', async (request, reply) => {
      if (isForeign(request)) return sendProblem(reply, 'foreign-origin');
      const by = await whoEnters(whoIs, otherDoors.files, request, reply);
      if (!by) return reply;
      const { id } = request.params as { id: string };
      return isId(id) && (await dropFiles(desk, [id], by.id)) > 0 ? reply.send({ removed: true }) : sendProblem(reply, 'not-there');
    });
    doors.get('/api/files/:id', async (request, reply) => {
      const by = await whoEnters(whoIs, otherDoors.files, request, reply);
      if (!by) return reply;
      const { id } = request.params as { id: string };
      const file = isId(id) ? await storedFile(desk.pool, id) : undefined;
      const may = file && (file.conversationId ? await reaching.thread(desk, by, file.conversationId) : file.uploadedBy === by.id);
      if (!file || !may || !objectsOf(desk).has(file.key)) return sendProblem(reply, 'not-there');
      return reply
        .type(servedType(file.type))
        .header('content-length', file.bytes)
        .header('content-disposition', offeredAs(file.name))
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('cross-origin-resource-policy', 'same-origin')
        .header('cache-control', 'private, no-store')
        .send(objectsOf(desk).open(file.key));
    });
  });
};

// The name and the type may be anything: what is kept of them is cleaned.
const saidOfIt = z.object({ taskId: z.string().default(''), name: z.string().default(''), type: z.string().default('') });

const upload = async (desk: Desk, whoIs: WhoIs, reaching: Reaching, request: FastifyRequest, reply: FastifyReply) => {
  if (isForeign(request)) return sendProblem(reply, 'foreign-origin');
  const by = await whoEnters(whoIs, otherDoors.files, request, reply);
  if (!by) return reply;
  const said = saidOfIt.safeParse(request.query ?? {});
  if (!said.success) return sendProblem(reply, 'bad-input');
  const { taskId, name, type } = said.data;
  if (!isId(taskId) || !(await reaching.task(desk, by, taskId))) return sendProblem(reply, 'not-there');
  const { emailBytes } = (await desk.house()).policy;
  const waiting = await waitingOf(desk, by.id);
  const tooLarge = () => sendProblem(reply, 'too-large', { issues: [{ path: 'file', says: `A mail may weigh ${saidBytes(emailBytes)} altogether.` }] });
  if (Number(request.headers['content-length'] ?? 0) > emailBytes) return tooLarge();
  if (waiting.files >= MOST_WAITING || waiting.bytes > emailBytes * WAITING_MAILS)
    return sendProblem(reply, 'too-large', { issues: [{ path: 'file', says: 'Too many files wait in your drafts. Send or remove some of them first.' }] });

  const object = objectsOf(desk).begin();
  try {
    for await (const chunk of (request.body ?? []) as Readable) {
      if (object.bytes() + (chunk as Buffer).length > emailBytes) return await tooLarge();
      object.write(chunk as Buffer);
    }
    const [file] = await keepFiles(desk, [{ name, type, object }], { by: by.id, taskId });
    return await reply.type('application/json').send(JSON.stringify({ file }));
  } finally {
    await object.drop();
  }
};

const waitingOf = async (desk: Desk, personId: string): Promise<{ files: number; bytes: number }> => {
  const { rows } = await desk.pool.query<{ files: number; bytes: number }>(
    prepared(
      'select count(*)::integer as files, coalesce(sum(bytes), 0)::bigint as bytes from files where uploaded_by = $1 and message_id is null',
      [personId],
    ),
  );
  return rows[0] ?? { files: 0, bytes: 0 };
};
