import { voice } from '@firstline/domain/desk/role.ts';
import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { receiveMessage } from '../../commands/receive-message.ts';
import type { Config } from '../../../platform/config.ts';
import type { Desk } from '../../../platform/desk.ts';
import { canonical } from '../../../platform/journal.ts';
import { keepFiles, dropFiles } from '../../files/keep-files.ts';
import { objectsOf } from '../../files/folder.ts';
import { makeAside, type Aside } from './aside.ts';
import { isCrowding, keepTime, type Patience } from './bounds.ts';
import { keepMail, type Kept } from './keeper.ts';
import { letterOf, type Envelope } from './letter.ts';
import { limits } from './limits.ts';
import { atMost, makeRoom } from './room.ts';

export type Smtp = { port: number; close: () => Promise<void> };

/**
 * The door for incoming mail. Whoever hears 250 has their mail committed; 451 says that nothing was kept and to come
 * again. Every recipient is taken and nothing is ever passed on, so there is nothing here to relay through.
 */
export const openSmtp = async (
  desk: Desk,
  config: Pick<Config, 'smtpPort' | 'host' | 'url' | 'mailTrustedRelay'>,
  patience: Patience = limits,
): Promise<Smtp> => {
  const room = makeRoom(limits.keptBytesAltogether);
  const disk = makeRoom(limits.asideBytesAltogether);
  const inTurn = atMost(limits.takenAtOnce);
  const mostBytes = async (): Promise<number> => (await desk.house()).policy.emailBytes;

  const server = new SMTPServer({
    name: new URL(config.url).hostname,
    banner: 'Firstline',
    size: await mostBytes(),
    disabledCommands: ['AUTH', 'STARTTLS'],
    authOptional: true,
    lenientAddressParsing: true,
    disableReverseLookup: true,
    logger: false,
    maxClients: limits.connections,
    maxRecipients: limits.recipients,
    maxCommandLength: 4096,
    socketTimeout: patience.idleSeconds * 1000,
    closeTimeout: 3000,
    onConnect: (session, callback) => {
      // The size is a number of the house and may have changed; a database that is away does not close the door.
      void mostBytes().then((size) => (server.options.size = size)).catch(() => undefined);
      callback(isCrowding(server, session.remoteAddress) ? CROWDING : null);
    },
    onData: (stream, session, callback) => {
      const { mailFrom, rcptTo } = session.envelope;
      const envelope: Envelope = { from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address) };
      const aside = makeAside({ objects: objectsOf(desk), disk });
      const keeper = keepMail(room, aside);
      const drop = (): void => {
        keeper.drop();
        aside.drop();
      };
      stream.on('data', (chunk: Buffer) => stream.sizeExceeded || keeper.feed(chunk));
      stream.on('close', () => stream.readableEnded || drop());
      stream.on('end', () => {
        const kept = stream.sizeExceeded ? undefined : keeper.end();
        if (!kept) {
          drop();
          return callback(stream.sizeExceeded ? TOO_LARGE : TOO_MUCH);
        }
        void inTurn(() => take(desk, kept, envelope, aside, config.mailTrustedRelay)).then((isTaken) => {
          drop();
          callback(isTaken ? null : NOT_NOW, 'Taken');
        });
      });
    },
  });
  server.on('error', (error) => desk.log.debug({ err: error }, 'A mail connection broke.'));
  keepTime(server, patience);

  await new Promise<void>((opened, failed) => {
    server.server.once('error', failed);
    server.listen(config.smtpPort, config.host, opened);
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise((closed) => server.close(closed)),
  };
};

const take = async (desk: Desk, kept: Kept, envelope: Envelope, aside: Aside, trustedRelay?: string): Promise<boolean> => {
  try {
    const { letter, files, html } = await letterOf(kept, envelope, aside, trustedRelay);
    // The same mail is the same asking, however often it is delivered.
    const said = [letter, files.map(({ name, object }) => [name, object.bytes()])];
    const commandId = `mail/${createHash('sha256').update(canonical(said)).digest('base64url')}`;
    const stored = await keepFiles(desk, html ? [...files, html] : files);
    const input = { ...letter, files: stored.slice(0, files.length), html: stored[files.length]?.id };
    const outcome = await desk.run(receiveMessage, input, voice('system'), { commandId });
    // Taken in before: only the ids of its files are others.
    const isRepeated = outcome.status === 409 && outcome.because === 'other-input';
    await dropFiles(desk, stored.map(({ id }) => id));
    if (outcome.status === 200 || isRepeated) return true;
    desk.log.warn({ status: outcome.status }, 'A mail could not be taken in; its sender was asked to try again.');
    return false;
  } catch (error) {
    desk.log.error({ err: error }, 'A mail could not be taken in; its sender was asked to try again.');
    return false;
  }
};

const answer = (responseCode: number, says: string): Error & { responseCode: number } => Object.assign(new Error(says), { responseCode });

const CROWDING = answer(421, 'Too many connections from your address');
const TOO_LARGE = answer(552, 'The message is larger than this desk takes');
const TOO_MUCH = answer(452, 'Too much mail at this moment, please try again');
const NOT_NOW = answer(451, 'The desk cannot take mail at this moment, please try again');
