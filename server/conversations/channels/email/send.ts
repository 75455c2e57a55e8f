import { mailBytes } from '@firstline/domain/conversations/attachment.ts';
import { addressesIn } from '@firstline/domain/conversations/no-reply.ts';
import { voice } from '@firstline/domain/desk/role.ts';
import type { Pool } from 'pg';
import { settleMessage } from '../../commands/settle-message.ts';
import { keysOf } from '../../files/find-files.ts';
import { objectsOf } from '../../files/folder.ts';
import { isRealRfcId } from '../../rfc-id.ts';
import type { Desk, RunningJob } from '../../../platform/desk.ts';
import { prepared } from '../../../platform/prepared.ts';
import { on } from '../../../platform/reaction.ts';
import { causeOf, causes } from './causes.ts';
import { compose, type Enclosed, type Queued } from './compose.ts';
import { beginHandOver, isHandedOver, takeBack } from './handing-over.ts';
import { limits } from './limits.ts';
import { mailWay, ownAddress } from './way.ts';

/**
 * Sends what is queued. A mail that the server certainly did not take is tried again, with the same Message-ID; one
 * that it may have taken is not: a customer who gets an answer twice is worse off than an agent who looks again.
 */
export const sendMail = on<Queued>('message.queued', 'conversations.sendMail', async (event, desk, job) => {
  if (event.channel !== 'email') return;
  const outcome = await outcomeOf(event, desk, job);
  if (!outcome) return;
  await desk.run(settleMessage, { messageId: event.messageId, ...outcome }, voice('system'), { commandId: `${job.commandId}/settle` });
  await takeBack(desk.pool, event.messageId);
});

type Outcome = { outcome: 'sent' | 'failed' | 'unknown'; cause?: string };

const outcomeOf = async (event: Queued, desk: Desk, job: RunningJob): Promise<Outcome | undefined> => {
  const { messageId } = event;
  // A queue without an address of its own, and mail that named none: the desk's own address answers.
  const from = ADDRESS.test(event.personal.from) ? event.personal.from : ownAddress(desk);
  const personal = { ...event.personal, from };
  const [to, ...others] = addressesIn(personal.to);
  if (await isHandedOver(desk.pool, messageId)) return { outcome: 'unknown', cause: causes.unknown };
  const { post } = mailWay(desk);
  if (!to) return failed(causes.noAddress);
  // A line break would make a bracket of another line the recipient.
  if (others.length > 0 || !ADDRESS.test(to) || /\p{Cc}/u.test(personal.to)) return failed(causes.badAddress(personal.to));
  if (!post) return failed(causes.notSetUp);
  const { emailBytes } = (await desk.house()).policy;
  // An estimate, so that nobody builds a mail of gigabytes; what is built is weighed below.
  if (mailBytes(personal.text, personal.files ?? []) > emailBytes * 1.1) return failed(causes.tooLarge(emailBytes));
  const files = await enclosed(desk, event);
  if (!files) return failed(causes.fileGone);
  const raw = await compose({ ...event, personal }, to, await referencesOf(desk.pool, event), files);
  if (raw.length > emailBytes) return failed(causes.tooLarge(emailBytes));

  // What the desk says by itself has no way back: a report about it would be answered by nobody.
  const posted = await post({ from: event.machine ? '' : personal.from, to, raw }, () => beginHandOver(desk.pool, messageId));
  switch (posted.went) {
    case 'taken':
      return { outcome: 'sent' };
    case 'called-off':
      return undefined;
    case 'unknown':
      return { outcome: 'unknown', cause: causes.unknown };
    case 'refused':
      return failed(causeOf(posted));
    case 'troubled':
      await takeBack(desk.pool, messageId);
      if (job.attempts >= limits.sendingTries) return failed(causeOf(posted));
      throw new Error(`The mail server did not take a mail: ${posted.says}`);
  }
};

/** What goes along; nothing when one of the files is gone, for half a mail is not what was written. */
const enclosed = async (desk: Desk, { personal: { files = [] } }: Queued): Promise<Enclosed[] | undefined> => {
  if (files.length === 0) return [];
  const keys = await keysOf(desk.pool, files.map(({ id }) => id));
  const objects = objectsOf(desk);
  if (files.some(({ id }) => !keys[id] || !objects.has(keys[id]))) return undefined;
  return files.map(({ id, name, type }) => ({ name, type, content: () => objects.open(keys[id] as string) }));
};

const failed = (cause: string): Outcome => ({ outcome: 'failed', cause: cause.slice(0, 500) });

const ADDRESS = /^(?:"[^"\p{Cc}]+"|[^\s@<>",;\p{Cc}]+)@[^\s@<>",;\p{Cc}]+$/u;

/** The thread so far, for mail programs that show it as one: the mail that is answered stands last. */
const referencesOf = async (pool: Pool, { conversationId, messageId, answers }: Queued): Promise<string[]> => {
  const { rows } = await pool.query<{ id: string }>(
    prepared(
      `select rfc_id as id from messages where conversation_id = $1 and id < $2 and state <> 'failed'
       order by at desc, id desc limit 20`,
      [conversationId, messageId],
    ),
  );
  const known = rows.map(({ id }) => id).filter((id) => isRealRfcId(id) && id !== answers);
  return [...known.toReversed(), ...(answers ? [answers] : [])];
};
