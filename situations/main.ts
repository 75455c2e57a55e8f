// `npm start -- --situation home-services`: the desk, and a day that is played on it.
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { playDay } from './play.ts';
import { openMailboxes } from './played/mailbox.ts';

const SITUATIONS = ['home-services'];
const say = (text: string): void => void process.stdout.write(`${text}\n`);

const { values } = parseArgs({
  args: process.argv.slice(2),
  options: {
    situation: { type: 'string' },
    speed: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    hours: { type: 'string', default: '8' },
  },
  allowPositionals: true,
  strict: false,
});
const [speed, seed, hours] = [values.speed, values.seed, values.hours].map(Number) as [number, number, number];
const refuse = (because: string): never => {
  process.stderr.write(`${because}\n`);
  process.exit(2);
};
if (!SITUATIONS.includes(String(values.situation))) refuse(`There is no situation "${String(values.situation)}". Known: ${SITUATIONS.join(', ')}.`);
if (![speed, seed, hours].every((value) => Number.isFinite(value) && value > 0)) refuse('--speed, --seed and --hours are numbers above zero.');
const dataDir = (process.env.DATA_DIR ??= 'data/situation');
if (process.env.DATABASE_URL || existsSync(path.join(dataDir, 'postgres')))
  refuse(`A day is played on a new desk only, so that nobody's work is touched. Remove ${dataDir}, or set DATA_DIR to a folder that is not there yet.`);

const customers = await openMailboxes();
const password = randomBytes(9).toString('base64url');
const admin = { email: process.env.FIRSTLINE_ADMIN_EMAIL ?? 'max@house.example', password: process.env.FIRSTLINE_ADMIN_PASSWORD ?? password };
Object.assign(process.env, { MAIL_URL: customers.url, FIRSTLINE_ADMIN_EMAIL: admin.email, FIRSTLINE_ADMIN_PASSWORD: admin.password, LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn' });
process.argv.push('--profile', String(values.situation));
await import('@firstline/server/main.ts');

const port = Number(process.env.PORT ?? 4000);
const smtpPort = Number(process.env.SMTP_PORT ?? 2525);
say(`\nA day of ${hours} hours is played at ${speed} times its speed. All mail stays in this program.`);
say(`Sign in as ${admin.email} (administrator) or as ana@, ben@, cleo@, tess@ or lea@house.example; the password is ${password}\n`);
const { mailed, answers } = await playDay({ port, smtpPort, customers, admin, seed, hours, speed, mailsPerHour: 28, password, say });
const closed = answers.get('tasks.resolve 200') ?? 0;
say(`\nThe day is over: ${mailed.length} mails came, ${customers.got.length} went out, ${closed} tasks were closed. The desk stays open.`);
