import { randomUUID } from 'node:crypto';
import { voice } from '@firstline/domain/desk/role.ts';
import type { Config } from '../../platform/config.ts';
import type { Desk } from '../../platform/desk.ts';
import { openQueue } from '../commands/open-queue.ts';
import { addPerson } from '../commands/add-person.ts';
import { allQueues } from '../all-queues.ts';
import { calledBy } from './called-by.ts';
import { FOUNDER } from './join.ts';
import { inviteFounder } from './invite-commands.ts';
import { hasAdministrator, hashPassword } from './passwords.ts';
import { givePassword } from './session-commands.ts';
import { hashOfToken, newToken, welcomeLink } from './token.ts';

/**
 * What a desk needs before anybody can work: a queue, and somebody who looks after it. While nobody can sign in as an
 * administrator, the settings name one, or the answer is a one-time link for whoever reads the console.
 */
export const firstRun = async (desk: Desk, config: Pick<Config, 'admin' | 'url'>): Promise<{ link?: string }> => {
  if ((await allQueues(desk.pool)).length === 0) await desk.run(openQueue, { name: 'Support' }, voice('system'), asking());
  if (await hasAdministrator(desk.pool)) return {};
  if (config.admin && (await addAdministrator(desk, config.admin))) return {};

  const token = newToken();
  const outcome = await desk.run(inviteFounder(hashOfToken(token)), {}, voice('system'), asking());
  return outcome.status === 200 ? { link: welcomeLink(config.url, token) } : {};
};

const addAdministrator = async (desk: Desk, { email, password }: { email: string; password: string }): Promise<boolean> => {
  const queueIds = (await allQueues(desk.pool)).slice(0, 1).map(({ id }) => id);
  const input = { ...calledBy(email), email, roles: FOUNDER, queueIds };
  await desk.run(addPerson, input, voice('system'), asking());
  // Whoever is there already under this address, and is an administrator, gets the password too: the last start may have ended in between.
  const { rows } = await desk.pool.query<{ id: string }>(
    `select id from people where lower(email) = lower($1) and status = 'active' and 'administrator' = any (roles)`,
    [email],
  );
  const personId = rows[0]?.id;
  if (!personId) {
    desk.log.error('FIRSTLINE_ADMIN_EMAIL could not become an administrator: somebody else has this address or its initials.');
    return false;
  }
  await givePasswordTo(desk, personId, password);
  return true;
};

/** For whoever sets a desk up: an installation's first administrator, a played day, a test. */
export const givePasswordTo = async (desk: Desk, personId: string, password: string) =>
  desk.run(givePassword(await hashPassword(password)), { personId }, voice('system'), asking());

const asking = () => ({ commandId: randomUUID() });
