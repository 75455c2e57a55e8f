import { hasDoor } from '@firstline/contract/spec.ts';
import { mayEnter, type Actor } from '@firstline/domain/desk/role.ts';
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { NOT_THERE, type AnyCommand, type Outcome } from './command.ts';
import type { Desk } from './desk.ts';
import type { Metrics } from './metrics.ts';
import { sendProblem } from './problem.ts';
import type { AnyQuery } from './desk.ts';

export type WhoIs = (request: FastifyRequest) => Promise<Actor | undefined>;

/** Answers an address that is no door with a page, where it is one. */
export type Page = (request: FastifyRequest, reply: FastifyReply) => FastifyReply | undefined;

const MOST_BYTES = 1024 * 1024;
/** For a whole request: time for a mail's worth of files on a slow line. Who drips keeps no connection for longer. */
const LONGEST_REQUEST_MS = 600_000;
const KEY = /^[\x21-\x7e]{8,128}$/;

/** The doors. They open themselves: each command and query of the contract is one route, and nobody writes another. */
export const openDoors = (desk: Desk, whoIs: WhoIs, metrics: Metrics, { page, trustedProxy }: { page?: Page; trustedProxy?: string } = {}): FastifyInstance => {
  const http = Fastify({
    loggerInstance: desk.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: MOST_BYTES,
    requestTimeout: LONGEST_REQUEST_MS,
    // Wrong passwords are counted by address: no proxy is believed about it unless the installation names it.
    trustProxy: trustedProxy ?? false,
    forceCloseConnections: true,
    // An address that cannot be read reaches no door, and so no handler of errors either.
    frameworkErrors: (_, __, reply) => void sendProblem(reply, 'bad-input'),
  });
  http.setErrorHandler((error: { statusCode?: number }, request, reply) => {
    if (error.statusCode === 413) return sendProblem(reply, 'too-large');
    if (error.statusCode === 429) return sendProblem(reply, 'too-many');
    if (error.statusCode && error.statusCode < 500) return sendProblem(reply, 'bad-input');
    const hungUp = request.raw.destroyed && !request.raw.complete;
    if (hungUp) return sendProblem(reply, 'bad-input');
    desk.log.error({ err: error, door: request.routeOptions.url }, 'A door broke.');
    return sendProblem(reply, 'broken');
  });
  http.setNotFoundHandler((request, reply) => page?.(request, reply) ?? sendProblem(reply, 'not-there'));
  http.addHook('onSend', (_, reply, payload, done) => {
    void reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'no-referrer');
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
    done(null, payload);
  });

  for (const command of desk.parts.commands) if (hasDoor(command.spec)) openCommand(http, desk, command, whoIs, metrics);
  for (const query of desk.parts.queries) openQuery(http, desk, query, whoIs);
  return http;
};

const openCommand = (http: FastifyInstance, desk: Desk, command: AnyCommand, whoIs: WhoIs, metrics: Metrics): void => {
  http.post(`/api/${command.spec.name}`, async (request, reply) => {
    if (isForeign(request)) return sendProblem(reply, 'foreign-origin');
    const by = await whoEnters(whoIs, command.spec, request, reply);
    if (!by) return reply;

    const key = request.headers['idempotency-key'];
    if (typeof key !== 'string' || !KEY.test(key)) return sendProblem(reply, 'no-key');
    const parsed = command.spec.input.safeParse(request.body ?? {}) as z.ZodSafeParseResult<unknown>;
    if (!parsed.success) return sendProblem(reply, 'bad-input', { issues: issuesOf(parsed.error) });

    const acknowledged = String(request.headers.acknowledge ?? '').split(',').map((name) => name.trim());
    const finished = metrics.commandStarted(command.spec.name);
    // A key is its asker's own: two people may choose the same one.
    const outcome = await desk.run(command, parsed.data, by, { commandId: `${by.id}/${key}`, acknowledged }).catch((error: unknown) => {
      finished(500);
      throw error;
    });
    finished(outcome.status);
    return answer(reply, outcome);
  });
};

const answer = (reply: FastifyReply, outcome: Outcome): FastifyReply => {
  switch (outcome.status) {
    case 200:
      return reply.type('application/json').send(JSON.stringify({ done: outcome.done }));
    case 422:
      return sendProblem(reply, 'refused', { refused: outcome.refused });
    case 403:
      return sendProblem(reply, 'not-allowed');
    case 404:
      return sendProblem(reply, 'not-there');
    case 409:
      return sendProblem(reply, outcome.because === 'busy' ? 'busy' : 'key-used');
  }
};

const openQuery = (http: FastifyInstance, desk: Desk, query: AnyQuery, whoIs: WhoIs): void => {
  http.get(`/api/${query.spec.name}`, async (request, reply) => {
    const by = await whoEnters(whoIs, query.spec, request, reply);
    if (!by) return reply;
    const parsed = query.spec.input.safeParse(request.query ?? {}) as z.ZodSafeParseResult<unknown>;
    if (!parsed.success) return sendProblem(reply, 'bad-input', { issues: issuesOf(parsed.error) });
    const found: unknown = await query.answer(desk, parsed.data, by);
    if (found === NOT_THERE) return sendProblem(reply, 'not-there');
    return reply.type('application/json').send(JSON.stringify(found));
  });
};

type Door = Parameters<typeof mayEnter>[1];

/** Whoever asks, when the door is open to them; else the reply has said why it is not. Each door that is written by hand asks this first. */
export const whoEnters = async (whoIs: WhoIs, door: Door, request: FastifyRequest, reply: FastifyReply): Promise<Actor | undefined> => {
  const by = await whoIs(request);
  if (by && mayEnter(by, door)) return by;
  sendProblem(reply, by ? 'not-allowed' : 'not-signed-in');
  return undefined;
};

/** A browser names the page that asks; a program does not. The page must be our own. */
export const isForeign = (request: FastifyRequest): boolean => {
  const { origin, host } = request.headers;
  if (!origin) return request.headers['sec-fetch-site'] === 'cross-site';
  try {
    return new URL(origin).host !== host;
  } catch {
    return true;
  }
};

export const issuesOf = (error: z.ZodError): { path: string; says: string }[] =>
  error.issues.slice(0, 20).map((issue) => ({ path: issue.path.join('.'), says: issue.message }));
