import { accessDoors } from '@firstline/contract/access.ts';
import { verifyPassword } from 'better-auth/crypto';
import { randomBytes, randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import type { Desk } from '../../platform/desk.ts';
import { prepared } from '../../platform/prepared.ts';
import { sendProblem } from '../../platform/problem.ts';
import { newBackupCodes } from './backup-codes.ts';
import { openDoor, type SigningIn } from './doors.ts';
import { openSession, sessionCookie } from './entering.ts';
import { inTheNameOf } from './in-the-name-of.ts';
import { sealing } from './sealed.ts';
import { endSecondStep, setSecondStep } from './second-step-commands.ts';
import { endStep, keptStep, lacks, useCode, whoseStep } from './second-step.ts';
import { base32, stepOf, totpAddress } from './totp.ts';
import { mayTry, rightPassword } from './tries.ts';

const wrong = (path: string, says: string) => ({ issues: [{ path, says }] });
const WRONG_CODE = wrong('code', 'This code does not fit. Wait for the next one, and look whether the clock of your telephone is right.');

/** A sign-in that waits for its code, and setting the second step up or ending it. What passes here is written down nowhere. */
export const openSecondStep = (http: FastifyInstance, desk: Desk, { cookie, whoIs, secret }: SigningIn & { secret: string }): void => {
  const { pool } = desk;
  const sealed = sealing(secret);
  const session = async (personId: string) => sessionCookie(await openSession(pool, personId, { name: cookie, secret }));
  const note = (command: typeof endSecondStep, personId: string) => desk.run(command, { personId }, inTheNameOf(personId), { commandId: randomUUID() });

  /** Who may set up: a person in their own session, who says their password again, or whoever is asked to while signing in. */
  const settingUp = async (request: FastifyRequest, step?: string): Promise<string | undefined> => {
    if (!step) return ofPerson(await whoIs(request));
    const personId = await whoseStep(pool, step);
    return personId && (await lacks(pool, personId)) === 'setup' ? personId : undefined;
  };

  openDoor(http, accessDoors.signInCode, async ({ step, code }, _, reply) => {
    const personId = await whoseStep(pool, step);
    if (!personId || (await lacks(pool, personId)) !== 'code') return sendProblem(reply, 'not-signed-in');
    if (!(await useCode(pool, sealed, personId, code))) return sendProblem(reply, 'bad-input', WRONG_CODE);
    if (!(await endStep(pool, step))) return sendProblem(reply, 'not-signed-in');
    return reply.header('set-cookie', await session(personId)).send({});
  });

  openDoor(http, accessDoors.beginSecondStep, async ({ step, password }, request, reply) => {
    const personId = await settingUp(request, step);
    if (!personId) return sendProblem(reply, 'not-signed-in');
    if (!step && !(await mayTry(pool, personId, request.ip))) return sendProblem(reply, 'too-many');
    if (!step && !(await isPassword(pool, personId, password))) return sendProblem(reply, 'bad-input', wrong('password', 'This is not your password.'));
    if (!step) await rightPassword(pool, personId, request.ip);
    const made = randomBytes(20);
    const { rows } = await pool.query<{ email: string }>(
      prepared(
        `with begun as (insert into second_steps (person_id, secret) values ($1, $2)
           on conflict (person_id) do update set secret = excluded.secret where not second_steps.confirmed returning person_id)
         select email from begun join people on people.id = person_id`,
        [personId, sealed.seal(made, personId)],
      ),
    );
    return rows[0] ? reply.send({ secret: base32(made), address: totpAddress(made, rows[0].email) }) : sendProblem(reply, 'not-there');
  });

  openDoor(http, accessDoors.confirmSecondStep, async ({ step, code }, request, reply) => {
    const personId = await settingUp(request, step);
    if (!personId) return sendProblem(reply, 'not-signed-in');
    const begun = await keptStep(pool, personId);
    if (!begun || begun.confirmed) return sendProblem(reply, 'not-there');
    const lastStep = stepOf(sealed.unseal(begun.secret, personId), code.replace(/\s/g, ''), begun.seconds);
    if (lastStep === undefined) return sendProblem(reply, 'bad-input', WRONG_CODE);
    const backupCodes = newBackupCodes();
    const codeHashes = backupCodes.map((one) => sealed.hash(one, personId));
    const outcome = await desk.run(setSecondStep({ sealed: begun.secret, lastStep, codeHashes }), { personId }, inTheNameOf(personId), { commandId: randomUUID() });
    if (outcome.status !== 200) return sendProblem(reply, outcome.status === 409 ? 'busy' : 'not-there');
    if (step && (await endStep(pool, step))) void reply.header('set-cookie', await session(personId));
    return reply.send({ backupCodes });
  });

  openDoor(http, accessDoors.endSecondStep, async ({ password, code }, request, reply) => {
    const personId = ofPerson(await whoIs(request));
    if (!personId) return sendProblem(reply, 'not-signed-in');
    if (!(await mayTry(pool, personId, request.ip))) return sendProblem(reply, 'too-many');
    if (!(await isPassword(pool, personId, password))) return sendProblem(reply, 'bad-input', wrong('password', 'This is not your password.'));
    if (!(await useCode(pool, sealed, personId, code))) return sendProblem(reply, 'bad-input', WRONG_CODE);
    await rightPassword(pool, personId, request.ip);
    const outcome = await note(endSecondStep, personId);
    return outcome.status === 200 ? reply.send({}) : sendProblem(reply, 'busy');
  });
};

/** Programs have no second step: their token is one secret. */
const ofPerson = (by: { id: string; only?: readonly string[] } | undefined): string | undefined => (by?.only ? undefined : by?.id);

const isPassword = async (pool: Pool, personId: string, password = ''): Promise<boolean> => {
  const { rows } = await pool.query<{ password: string }>(
    prepared(`select password from auth_accounts where user_id = $1 and provider_id = 'credential' and password is not null`, [personId]),
  );
  return rows[0] !== undefined && verifyPassword({ hash: rows[0].password, password });
};
