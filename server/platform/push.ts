import type { FastifyInstance } from 'fastify';
import type { ServerResponse } from 'node:http';
import { otherDoors } from '@firstline/contract/access.ts';
import { isId } from '@firstline/contract/spec.ts';
import { leads, reaches, type Actor } from '@firstline/domain/desk/role.ts';
import type { Desk } from './desk.ts';
import { whoEnters, type WhoIs } from './http.ts';
import { eventOf, type Sealed } from './journal.ts';
import type { Metrics } from './metrics.ts';
import { sendProblem } from './problem.ts';
import { inBreaths } from './in-breaths.ts';
import type { Tail } from './tail.ts';

const HEARTBEAT_MS = 10_000;
/** Bytes a slow reader may have waiting before it is cut; it comes back by its cursor. */
const MOST_WAITING = 1024 * 1024;
/** An entry of more characters than this is not pushed: the screen is told to read again, as often as it reads at all. */
const LARGEST_FRAME = 256 * 1024;
const MOST_OPEN = 20;
/** A screen that missed more than this asks for fresh pages instead. */
const MOST_MISSED = 2000;

type Stream = { actor: Actor; topics: Set<string>; out: ServerResponse };

export type Push = {
  /** Ends a person's streams: their rights changed, and the screen comes back with the new ones. */
  cut: (personId: string) => void;
  stop: () => void;
};

export type OpenTopics = (desk: Desk, actor: Actor, taskIds: readonly string[]) => Promise<string[]>;

/** `GET /api/journal`: server-sent events from the asked number on, for this person's queues and for what they have open. */
export const openPush = (
  http: FastifyInstance,
  desk: Desk,
  tail: Tail,
  build: string,
  whoIs: WhoIs,
  openTopics: OpenTopics,
  metrics: Metrics,
): Push => {
  const streams = new Set<Stream>();
  let cuts = 0;

  http.get('/api/journal', async (request, reply) => {
    const cutsBefore = cuts;
    const actor = await whoEnters(whoIs, otherDoors.journal, request, reply);
    if (!actor) return reply;
    const { after, open = '' } = request.query as { after?: string; open?: string };
    const cursor = Number(request.headers['last-event-id'] ?? after ?? tail.seq());
    const wanted = String(open).split(',').filter(Boolean);
    if (!Number.isSafeInteger(cursor) || cursor < 0 || wanted.length > MOST_OPEN || !wanted.every(isId)) return sendProblem(reply, 'bad-input');
    const topics = new Set([...standingTopics(actor), ...(await openTopics(desk, actor, wanted))]);
    // Perhaps theirs: a stream that is not open yet cannot be cut.
    if (cuts > cutsBefore) return sendProblem(reply, 'busy');

    reply.hijack();
    const out = reply.raw;
    out.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    });
    out.write(`event: hello\ndata: ${JSON.stringify({ build, seq: tail.seq() })}\n\n`);
    const stream = { actor, topics, out };
    const missed = tail.since(cursor);
    catchUp(stream, missed, tail.seq());
    streams.add(stream);
    metrics.streams.set(streams.size);
    out.on('close', () => {
      streams.delete(stream);
      metrics.streams.set(streams.size);
    });
  });

  /** It leaves the others at once: what is written to it after its end would end the desk. */
  const end = (stream: Stream): void => {
    streams.delete(stream);
    stream.out.end();
  };

  const telling = inBreaths((run: readonly Sealed[]) => {
    for (const stream of streams) stream.out.cork();
    for (const entry of run) {
      const frames = new Map<boolean, string>();
      for (const stream of streams) send(stream, entry, frames);
    }
    for (const stream of streams) stream.out.uncork();
  });
  const stopListening = tail.listen((run) => {
    metrics.sealed.set(tail.seq());
    telling.add(run);
  });
  const heartbeat = setInterval(() => {
    const beat = `event: beat\ndata: ${JSON.stringify({ seq: tail.seq() })}\n\n`;
    for (const { out } of streams) out.write(beat);
  }, HEARTBEAT_MS);

  return {
    cut: (personId) => {
      cuts += 1;
      for (const stream of streams) if (stream.actor.id === personId) end(stream);
    },
    stop: () => {
      clearInterval(heartbeat);
      stopListening();
      telling.stop();
      for (const { out } of streams) out.end();
    },
  };
};

/** What it missed, as far as it fits; a screen that was away for longer fetches anew. */
const catchUp = (stream: Stream, missed: readonly Sealed[] | undefined, seq: number): void => {
  for (const entry of missed && missed.length <= MOST_MISSED ? missed : []) {
    if (stream.out.writableLength > MOST_WAITING / 2) break;
    send(stream, entry, new Map());
    if (entry.seq === seq) return;
  }
  if (missed?.length !== 0) stream.out.write(refetchAt(seq));
};

const refetchAt = (seq: number): string => `event: refetch\nid: ${seq}\ndata: {}\n\n`;

const standingTopics = (actor: Actor): string[] => [
  'everyone',
  `person:${actor.id}`,
  ...(leads(actor) ? ['leads', 'every-queue'] : actor.queueIds.filter((id) => reaches(actor, id)).map((id) => `queue:${id}`)),
  ...(actor.roles.includes('administrator') ? ['people'] : []),
];

const hears = (topics: Set<string>, names: readonly string[]): boolean =>
  names.some((name) => topics.has(name) || (name.startsWith('queue:') && topics.has('every-queue')));

/** Each entry is put into words once for those who hear all of it and once for those who hear its outline. */
const send = ({ topics, out }: Stream, entry: Sealed, frames: Map<boolean, string>): void => {
  const full = hears(topics, entry.audience);
  if (!full && !hears(topics, entry.outline)) return;
  let frame = frames.get(full);
  if (!frame) {
    const data = { seq: entry.seq, kind: entry.subject, id: entry.subject_id, event: eventOf(entry, !full) };
    const text = JSON.stringify(data);
    frame = text.length > LARGEST_FRAME ? refetchAt(entry.seq) : `id: ${entry.seq}\ndata: ${text}\n\n`;
    frames.set(full, frame);
  }
  out.write(frame);
  if (out.writableLength > MOST_WAITING) out.destroy();
};
