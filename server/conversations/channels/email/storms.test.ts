import type { Actor } from '@firstline/domain/desk/role.ts';
import { openDesk, type TestDesk } from '@firstline/testing/open-desk.ts';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { forgetAcknowledged } from '../../forget-acknowledged.ts';
import { openSmtp, type Smtp } from './receive.ts';
import { customerMails } from './simulator.ts';
import { usePost } from './way.ts';

type Mail = { from: string; to: string; raw: string };
/** One end of the post: what it does with a mail that reaches it. */
type End = (mail: Mail) => Promise<void> | void;

const desks: { desk: TestDesk; smtp: Smtp; max: Actor; queueId: string; address: string; sent: Mail[] }[] = [];
const ends = new Map<string, End>();
let sent: Mail[] = [];

/** A desk that says “we have your mail”, behind a mail server that vouches for everybody: so nothing but the loop holds it back. */
const deskAt = async (address: string) => {
  const desk = await openDesk();
  const smtp = await openSmtp(desk, { smtpPort: 0, host: '127.0.0.1', url: 'http://desk.example', mailTrustedRelay: 'mx.example' });
  const max = await desk.person('Max Boss', ['administrator']);
  const [opened] = await desk.done(desk.named('desk.openQueue'), { name: 'Support', address }, max);
  const queueId = String(opened?.queueId);
  await desk.done(desk.named('desk.setQueueAcknowledgement'), { queueId, text: 'We have your mail and answer soon.' }, max);
  const own: Mail[] = [];
  usePost(desk, ({ from, to, raw }) => {
    const mail = { from, to, raw: raw.toString() };
    own.push(mail);
    sent.push(mail);
    return Promise.resolve({ went: 'taken' });
  });
  ends.set(address, async ({ from, raw }) => {
    const domain = raw.match(/^From: .*@([\w.-]+)/im)?.[1] ?? 'nowhere.example';
    await customerMails({ port: smtp.port, from, to: address, raw: `Authentication-Results: mx.example; dmarc=pass header.from=${domain}\r\n${raw}` });
  });
  desks.push({ desk, smtp, max, queueId, address, sent: own });
  return { desk, max, queueId, sent: own };
};

/** A minute goes by: everybody does what is due, then the post is brought round. */
const minute = async (): Promise<void> => {
  for (const { desk } of desks) {
    await desk.passes(60);
    await desk.settle();
  }
  const [bag] = [sent];
  sent = [];
  for (const mail of bag) await ends.get(mail.to)?.(mail);
};
const hour = async (): Promise<void> => {
  for (let n = 0; n < 60; n += 1) await minute();
};
const letter = (head: Record<string, string>, text = 'Hello'): string =>
  `${Object.entries({ Subject: 'Furnace', 'Message-ID': `<${randomUUID()}@far.example>`, ...head }).map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\n${text}\r\n`;
const writesTo = (to: string, from: string, more: Record<string, string> = {}) => ends.get(to)?.({ from, to, raw: letter({ From: from, To: to, ...more }) });

beforeEach(() => {
  sent = [];
  ends.clear();
});
afterEach(async () => {
  for (const { desk, smtp } of desks.splice(0)) {
    await smtp.close();
    await desk.close();
  }
});

test('S15 Two desks that answer by themselves, a bouncer and two programs of people who are away end in silence: at most two answers to each in an hour', { timeout: 120_000 }, async () => {
  const one = await deskAt('support@one.example');
  const two = await deskAt('help@two.example');
  const kinds: Record<string, (to: string) => string> = {
    // Each of them answers whatever comes, and none names the mail it answers.
    'bounce@far.example': (to) => letter({ From: 'Mail Delivery <bounce@far.example>', To: to, Subject: 'Undeliverable: your mail' }, `It failed. ${randomUUID()}`),
    'away@far.example': (to) => letter({ From: 'away@far.example', To: to, Subject: 'Out of office', 'Auto-Submitted': 'auto-replied' }, `I am away. ${randomUUID()}`),
    // The worst of all: nothing tells that a machine wrote it.
    'holiday@far.example': (to) => letter({ From: 'holiday@far.example', To: to, Subject: 'Holiday' }, `On the beach! ${randomUUID()}`),
  };
  for (const [address, wordsTo] of Object.entries(kinds))
    ends.set(address, async () => {
      for (const to of ['support@one.example', 'help@two.example']) await ends.get(to)?.({ from: address === 'bounce@far.example' ? '' : address, to, raw: wordsTo(to) });
    });

  // Somebody sets it going: each desk has mail in the other’s name and in that of each program.
  await writesTo('support@one.example', 'help@two.example');
  await writesTo('help@two.example', 'support@one.example');
  for (const address of Object.keys(kinds)) for (const to of ['support@one.example', 'help@two.example']) await writesTo(to, address);
  await hour();

  for (const { sent: own } of [one, two]) {
    const to = own.map((mail) => mail.to);
    for (const address of new Set(to)) expect(to.filter((known) => known === address).length, address).toBeLessThanOrEqual(2);
    expect(own.length).toBeGreaterThan(0);
    for (const { from, raw } of own) {
      expect(from).toBe('');
      expect(raw).toMatch(/^Auto-Submitted: auto-replied$/m);
      expect(raw).toContain('We have your mail and answer soon.');
    }
  }
  expect(one.sent.filter(({ to }) => to === 'holiday@far.example')).toHaveLength(2);
  // Silence: nothing more goes out in the last half hour, and no mail was dropped on the way.
  const { rows } = await one.desk.pool.query<{ late: number; kept: number }>(
    `select count(*) filter (where direction = 'out' and at > desk_now() - interval '30 minutes')::integer as late, count(*) filter (where direction = 'in')::integer as kept from messages`,
  );
  expect(rows[0]?.late).toBe(0);
  expect(rows[0]?.kept).toBeGreaterThan(5);
});

test('S15 What the desk says by itself stands in its thread as such, counts as no try and as no first answer, and is off as shipped', async () => {
  const { desk, max, queueId, sent: own } = await deskAt('support@one.example');
  await writesTo('support@one.example', 'dana@customer.example', { Subject: 'Secret plans' });
  await desk.settle();
  const { rows } = await desk.pool.query('select direction, machine, state, subject, answers is not null as answers from messages order by at, id');
  expect(rows).toMatchObject([{ direction: 'in' }, { direction: 'out', machine: 'auto-reply', state: 'sent', subject: 'We have your mail', answers: true }]);
  expect(own[0]?.raw).not.toContain('Secret plans');
  const task = (await desk.pool.query<{ id: string; answered_at: string | null }>('select id, answered_at from tasks')).rows[0];
  expect(task?.answered_at).toBeNull();
  const ana = await desk.person('Ana Reyes', ['agent'], [queueId]);
  expect(await desk.read('tasks.workspace', { taskId: task?.id }, ana)).toMatchObject({ attempts: [], messages: [{}, { machine: 'auto-reply' }] });

  await desk.done(desk.named('desk.setQueueAcknowledgement'), { queueId }, max);
  await writesTo('support@one.example', 'kim@customer.example');
  await desk.settle();
  expect(own).toHaveLength(1);
});

test('S5 Of many mails in one forged name that nobody checked, one is answered, also when they come at once', async () => {
  const { desk, sent: own } = await deskAt('support@one.example');
  const bare = await openSmtp(desk, { smtpPort: 0, host: '127.0.0.1', url: 'http://desk.example' });
  await Promise.all(Array.from({ length: 20 }, (_, n) => customerMails({ port: bare.port, from: 'victim@shop.example', to: 'support@one.example', raw: letter({ From: 'victim@shop.example', Subject: `Buy now ${n}` }) })));
  await bare.close();
  await desk.settle();
  expect(own).toHaveLength(1);
  expect(own[0]?.raw).not.toContain('Buy now');
});

test('S15 Whom the desk answered by itself is forgotten once it counts no more', async () => {
  const { desk } = await deskAt('support@one.example');
  await writesTo('support@one.example', 'dana@customer.example');
  await desk.settle();
  const kept = async () => (await desk.pool.query('select address from acknowledgements')).rows.length;
  await desk.passes(23 * 3600);
  await forgetAcknowledged(desk);
  expect(await kept()).toBe(1);
  await desk.passes(2 * 3600);
  await forgetAcknowledged(desk);
  expect(await kept()).toBe(0);
});
