import { otherDoors } from '@firstline/contract/access.ts';
import { isId } from '@firstline/contract/spec.ts';
import type { FastifyInstance } from 'fastify';
import type { Message } from '@firstline/domain/conversations/message.ts';
import type { Desk } from '../../platform/desk.ts';
import { whoEnters, type WhoIs } from '../../platform/http.ts';
import { prepared } from '../../platform/prepared.ts';
import { sendProblem } from '../../platform/problem.ts';
import { fromRow } from '../../platform/store.ts';
import { isPicture } from '../files/disposition.ts';
import type { Reaching } from '../files/doors.ts';
import { keysOf } from '../files/find-files.ts';
import { objectsOf } from '../files/folder.ts';
import { messageStore } from '../stores.ts';
import { cleanHtml } from './clean-html.ts';

/** Read at most; who writes a longer mail has files for it. */
const MOST_HTML = 1_000_000;
const MOST_PICTURES = 3_000_000;

/** The layout of a mail, in a page that has no origin, no script and no line to anywhere unless pictures were asked for. */
export const openHtmlDoor = (http: FastifyInstance, desk: Desk, whoIs: WhoIs, mayRead: Reaching['thread']): void => {
  http.get('/api/letters/:id', async (request, reply) => {
    const by = await whoEnters(whoIs, otherDoors.letters, request, reply);
    if (!by) return reply;
    const { id } = request.params as { id: string };
    if (!isId(id)) return sendProblem(reply, 'not-there');
    const { rows } = await desk.pool.query<Record<string, unknown>>(prepared('select * from messages where id = $1', [id]));
    const message = rows[0] && fromRow<Message>(messageStore, rows[0]);
    if (!message?.html || !(await mayRead(desk, by, message.conversationId))) return sendProblem(reply, 'not-there');
    const remotePictures = (request.query as { pictures?: string }).pictures === 'all';
    const given = await read(desk, message.html);
    if (!given) return sendProblem(reply, 'not-there');
    const { html, heldBack } = cleanHtml(given.toString('utf8').slice(0, MOST_HTML), { remotePictures, own: await ownPictures(desk, message) });
    return reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', policyOf(remotePictures))
      .header('x-frame-options', 'SAMEORIGIN')
      .header('cache-control', 'private, no-store')
      .send(page(html, heldBack));
  });
};

const policyOf = (remotePictures: boolean): string =>
  [
    "default-src 'none'",
    `img-src data:${remotePictures ? ' https: http:' : ''}`,
    "style-src 'unsafe-inline'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
    'sandbox allow-popups allow-popups-to-escape-sandbox',
  ].join('; ');

const read = async (desk: Desk, id: string): Promise<Buffer | undefined> => {
  const key = (await keysOf(desk.pool, [id]))[id];
  return key && objectsOf(desk).has(key) ? objectsOf(desk).read(key) : undefined;
};

const ownPictures = async (desk: Desk, { files = [] }: Message): Promise<Map<string, string>> => {
  const own = new Map<string, string>();
  let bytes = 0;
  for (const { id, cid, type, bytes: size } of files) {
    if (!cid || !isPicture(type) || bytes + size > MOST_PICTURES) continue;
    bytes += size;
    const content = await read(desk, id);
    if (content) own.set(cid, `data:${type};base64,${content.toString('base64')}`);
  }
  return own;
};

/** A mail is written for white paper, whatever the screen around it. */
const page = (html: string, heldBack: boolean): string => `<!doctype html><html><head><meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>Mail</title><style>
:root{color-scheme:light}body{margin:12px;background:#fff;color:#1c1c1e;font:14px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}img{max-width:100%;height:auto}
.leads-to{color:#5b5b66;font-size:12px}.held-back{display:inline-block;padding:0 6px;border:1px dashed #8a8a94;color:#5b5b66;font-size:12px}.held-back:empty::after{content:"picture"}
</style></head><body data-held-back="${heldBack}">${html}</body></html>`;
