import type { ImportPreview } from '@firstline/contract/customers.ts';
import { customers } from '@firstline/contract/customers.ts';
import type { FastifyInstance } from 'fastify';
import { v7 as uuidv7 } from 'uuid';
import type { Desk } from '../../platform/desk.ts';
import { isForeign, whoEnters, type WhoIs } from '../../platform/http.ts';
import { prepared } from '../../platform/prepared.ts';
import { sendProblem } from '../../platform/problem.ts';
import { readerOf } from '../../platform/reader.ts';
import { keysOf, metAlready } from './met-already.ts';
import { readLines, type ReadFile } from './read-lines.ts';

const MOST_BYTES = 10 * 1024 * 1024;
const PROBLEMS_SHOWN = 200;
const SAMPLE = 5;
const AT_ONCE = 2000;

/** `POST /api/customers.readFile`: a CSV file as the body. Its good lines are laid ready, nothing is brought in; the answer says what would be. */
export const openImportDoor = (http: FastifyInstance, desk: Desk, whoIs: WhoIs): void => {
  void http.register(async (door) => {
    door.removeAllContentTypeParsers();
    door.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MOST_BYTES }, (_, body, done) => done(null, body));
    door.post('/api/customers.readFile', { bodyLimit: MOST_BYTES }, async (request, reply) => {
      if (isForeign(request)) return sendProblem(reply, 'foreign-origin');
      const by = await whoEnters(whoIs, customers.startImport, request, reply);
      if (!by) return reply;
      const file = readLines(Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0));
      return reply.send(await layReady(desk, file));
    });
  });
};

const layReady = async (desk: Desk, { columns, lines, problems }: ReadFile): Promise<ImportPreview> => {
  const importId = uuidv7();
  const { reader } = readerOf(desk.pool);
  let known = 0;
  await desk.pool.query(prepared(`delete from customer_import_lines where read_at < desk_now() - interval '1 day'
    and not exists (select from customer_imports where id = import_id and finished_at is null)`, []));
  for (let at = 0; at < lines.length; at += AT_ONCE) {
    const some = lines.slice(at, at + AT_ONCE);
    const met = await metAlready(reader, some);
    known += some.filter(({ details }) => keysOf(details).some((key) => met.has(key))).length;
    await desk.pool.query(
      prepared(
        `insert into customer_import_lines (import_id, line, details, read_at)
         select $1, line, details, desk_now() from jsonb_to_recordset($2::jsonb) as x(line integer, details jsonb)`,
        [importId, JSON.stringify(some)],
      ),
    );
  }
  const sample = lines.slice(0, SAMPLE).map(({ line, details }) => ({ id: String(line), ...details }));
  return { importId, columns, good: lines.length, known, problems: problems.slice(0, PROBLEMS_SHOWN), problemLines: problems.length, sample };
};
