import { doors } from '@firstline/contract/desk.ts';
import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Desk } from '../../platform/desk.ts';
import { isForeign, issuesOf, type WhoIs } from '../../platform/http.ts';
import { sendProblem } from '../../platform/problem.ts';
import type { SignInFlows } from './better-auth.ts';
import { cookieIn } from './cookie.ts';
import { enter, refusable, sendEntered, untilTheBrowserCloses } from './entering.ts';
import { inTheNameOf } from './in-the-name-of.ts';
import { knownSessions } from './known-sessions.ts';
import { notePasswordChange, noteSignOut } from './session-commands.ts';
import { mayTry, rightPassword } from './tries.ts';

export type SigningIn = { flows: SignInFlows; cookie: string; whoIs: WhoIs };

/** A door beside the commands: only for our own pages and for programs, and only for the shape that the contract names. */
export const openDoor = <Shape extends z.ZodType>(
  http: FastifyInstance,
  { path, input }: { path: string; input: Shape },
  enter: (input: z.infer<Shape>, request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>,
): void => {
  http.post(path, async (request, reply) => {
    if (isForeign(request)) return sendProblem(reply, 'foreign-origin');
    const parsed = input.safeParse(request.body ?? {});
    if (!parsed.success) return sendProblem(reply, 'bad-input', { issues: issuesOf(parsed.error) });
    return enter(parsed.data, request, reply);
  });
};

/** Signing in and out, and a new password. An unknown address, a wrong password and a disabled person get the same answer. */
export const openSignInDoors = (http: FastifyInstance, desk: Desk, { flows, cookie, whoIs }: SigningIn): void => {
  const sessions = knownSessions(desk.pool);

  openDoor(http, doors.signIn, async ({ email, password }, request, reply) => {
    if (!(await mayTry(desk.pool, email, request.ip))) return sendProblem(reply, 'too-many');
    const entered = await enter(flows, desk.pool, email, password);
    if (!entered) return sendProblem(reply, 'not-signed-in');
    await rightPassword(desk.pool, email, request.ip);
    return sendEntered(reply, entered);
  });

  openDoor(http, doors.signOut, async (_, request, reply) => {
    const person = await whoIs(request);
    const headers = cookieHeaders(request, cookie);
    const { headers: answer } = await flows.api.signOut({ headers, returnHeaders: true });
    sessions.forgetCookie(cookieIn(request.headers.cookie, cookie) ?? '');
    if (person) await note(desk, noteSignOut, person.id);
    return reply.header('set-cookie', answer.getSetCookie()).send({});
  });

  openDoor(http, doors.changePassword, async (input, request, reply) => {
    const person = await whoIs(request);
    if (!person) return sendProblem(reply, 'not-signed-in');
    if (!(await mayTry(desk.pool, person.id, request.ip))) return sendProblem(reply, 'too-many');
    const changed = await refusable(
      flows.api.changePassword({
        body: { ...input, revokeOtherSessions: true },
        headers: cookieHeaders(request, cookie),
        returnHeaders: true,
      }),
    );
    if (!changed)
      return sendProblem(reply, 'bad-input', { issues: [{ path: 'currentPassword', says: 'This is not your password.' }] });
    await rightPassword(desk.pool, person.id, request.ip);
    sessions.forgetPerson(person.id);
    await note(desk, notePasswordChange, person.id);
    return reply.header('set-cookie', untilTheBrowserCloses(changed.headers)).send({});
  });
};

const cookieHeaders = (request: FastifyRequest, name: string): Headers => {
  const cookie = cookieIn(request.headers.cookie, name);
  return new Headers(cookie ? { cookie: `${name}=${cookie}` } : {});
};

const note = (desk: Desk, command: typeof noteSignOut, personId: string) =>
  desk.run(command, { personId }, inTheNameOf(personId), { commandId: randomUUID() });
