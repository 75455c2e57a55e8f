import type { FastifyReply } from 'fastify';
import type { Breach } from '@firstline/domain/rule.ts';

/** Every way in which a door says no, in words for a person. The list is closed: nothing inside ever shows. */
const PROBLEMS = {
  'not-signed-in': [401, 'Please sign in.'],
  'not-allowed': [403, 'Your role may not do this.'],
  'not-there': [404, 'This is not there, or not for you to see.'],
  'bad-input': [400, 'Something in what was sent is not right.'],
  'no-key': [400, 'Send an Idempotency-Key header of 8 to 128 characters with every command.'],
  'key-used': [409, 'This Idempotency-Key was used for something else.'],
  'foreign-origin': [403, 'Commands are taken from the desk itself only.'],
  busy: [503, 'Too many people ask for the same thing at this moment. Please try again.'],
  'too-large': [413, 'That is more than the desk takes at once.'],
  'too-many': [429, 'Too many tries. Please wait a moment.'],
  refused: [422, 'A house rule stands against this.'],
  'not-ready': [503, 'The desk is not ready yet.'],
  broken: [500, 'Something went wrong on our side. Nothing was changed.'],
} as const satisfies Record<string, readonly [number, string]>;

export type ProblemName = keyof typeof PROBLEMS;

export type ProblemDetails = { issues?: { path: string; says: string }[]; refused?: Breach[] };

/** A problem document, RFC 9457. */
const problem = (name: ProblemName, details: ProblemDetails = {}) => {
  const [status, title] = PROBLEMS[name];
  return { type: `urn:firstline:${name}`, title, status, code: name, ...details };
};

export const sendProblem = (reply: FastifyReply, name: ProblemName, details?: ProblemDetails): FastifyReply => {
  const document = problem(name, details);
  if (document.status === 503 || document.status === 429) void reply.header('retry-after', '1');
  return reply.code(document.status).type('application/problem+json').send(JSON.stringify(document));
};
