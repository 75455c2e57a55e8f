import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import { Readable } from 'node:stream';
import { limits } from './limits.ts';

export type Parcel = { from: string; to: string; raw: Buffer };

/** What came of one try. `troubled`: certainly not taken, and may be tried again. `unknown`: the line broke after all was said. */
export type Posted =
  | { went: 'taken' | 'called-off' }
  | { went: 'refused' | 'troubled' | 'unknown'; code?: number; at?: string; says: string };

/** Gives a mail to a mail server. `begin` is asked when the server is ready for the text, and may call it off. */
export type Post = (parcel: Parcel, begin: () => Promise<boolean>) => Promise<Posted>;

export const smtpPost = (mailUrl: string, mostSeconds: number = limits.sendingSeconds): Post => async (parcel, begin) => {
  const { auth, ...options } = parseConnectionUrl(mailUrl);
  const connection = new SMTPConnection({
    ...options,
    logger: false,
    connectionTimeout: mostSeconds * 250,
    greetingTimeout: mostSeconds * 250,
    socketTimeout: mostSeconds * 500,
  });
  const told = { all: false, isCalledOff: false };
  const say = async function* (): AsyncGenerator<Buffer> {
    told.isCalledOff = !(await begin());
    if (told.isCalledOff) throw new Error('Called off.');
    yield parcel.raw;
    told.all = true;
  };
  let clock: NodeJS.Timeout | undefined;
  const inTime = new Promise<never>((_, late) => {
    clock = setTimeout(() => late(new Error('The mail server took too long.')), mostSeconds * 1000);
  });
  try {
    await Promise.race([converse(connection, auth, parcel, say), inTime]);
    connection.quit();
    return { went: 'taken' };
  } catch (error) {
    connection.close();
    return told.isCalledOff ? { went: 'called-off' } : troubleOf(error as SmtpError, told.all);
  } finally {
    clearTimeout(clock);
  }
};

const converse = async (
  connection: SMTPConnection,
  auth: ReturnType<typeof parseConnectionUrl>['auth'],
  { from, to, raw }: Parcel,
  say: () => AsyncGenerator<Buffer>,
): Promise<void> =>
  new Promise((taken, failed) => {
    const then = (next: () => void) => (error?: Error | null) => (error ? failed(error) : next());
    const send = (): void =>
      connection.send({ from, to: [to], size: raw.length }, Readable.from(say(), { objectMode: false }), then(taken));
    connection.on('error', failed);
    connection.connect(then(() => (auth && connection.allowsAuth ? connection.login(auth, then(send)) : send())));
  });

type SmtpError = Error & { code?: string; responseCode?: number; response?: string; command?: string };

const troubleOf = ({ code, responseCode, response, command, message }: SmtpError, toldAll: boolean): Posted => {
  const said = { code: responseCode, at: command, says: response ?? message };
  if (responseCode) return { went: responseCode >= 500 && code !== 'EAUTH' ? 'refused' : 'troubled', ...said };
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return { went: 'refused', ...said };
  return { went: toldAll ? 'unknown' : 'troubled', ...said };
};
