import { mayBeForged, type Message } from '@firstline/domain/conversations/message.ts';
import { openDesk, type TestDesk } from '@firstline/testing/open-desk.ts';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fromRow } from '../../../platform/store.ts';
import { newToken, ownRfcId } from '../../rfc-id.ts';
import { messageStore } from '../../stores.ts';
import { openSmtp, type Smtp } from './receive.ts';
import { customerMails, mailServer, type MailServer } from './simulator.ts';
import { useMailServer } from './way.ts';

const RELAY = 'mx.house.example';
const THIEF = 'thief@evil.example';

let desk: TestDesk;
let open: Smtp;
let behindRelay: Smtp;
let out: MailServer;
beforeAll(async () => {
  desk = await openDesk();
  out = await mailServer();
  useMailServer(desk, { mailUrl: out.url });
  await desk.queue();
  const door = { smtpPort: 0, host: '127.0.0.1', url: 'http://desk.example:4000' };
  open = await openSmtp(desk, door);
  behindRelay = await openSmtp(desk, { ...door, mailTrustedRelay: RELAY });
});
afterAll(async () => {
  await Promise.all([open.close(), behindRelay.close(), out.close()]);
  await desk.close();
});

/** A mail as it goes over the wire; answers what the desk made of it. */
const writes = async (head: Record<string, string>, text = 'Hello', { port } = open, to = 'support@house.example'): Promise<Message> => {
  const id = `<${randomUUID()}@somewhere.example>`;
  const lines = Object.entries({ To: 'support@house.example', Subject: 'Furnace', 'Message-ID': id, ...head }).map(([name, value]) => `${name}: ${value}`);
  await customerMails({ port, from: 'envelope@somewhere.example', to, raw: `${lines.join('\r\n')}\r\n\r\n${text}\r\n` });
  await desk.settle();
  const { rows } = await desk.pool.query<Record<string, unknown>>('select * from messages where rfc_id = $1', [head['Message-ID'] ?? id]);
  return fromRow<Message>(messageStore, rows[0] ?? {});
};

/** Somebody whose mail a forger knows, with the thread it opened. */
const victim = async (): Promise<{ owner: string; opening: Message }> => {
  const owner = `owner-${randomUUID()}@customer.example`;
  return { owner, opening: await writes({ From: owner }, 'The code of my door is 1234.') };
};
const threadOf = async (id: string) => (await desk.pool.query('select address, ours, customer_id, version from conversations where id = $1', [id])).rows[0] as Record<string, unknown>;
const everywhere = async (words: string): Promise<number> => {
  const { rows } = await desk.pool.query<{ n: number }>(
    `select (select count(*) from conversations where address = $1) + (select count(*) from customers where $1 = any(emails)) + (select count(*) from messages where "to" ilike '%' || $1 || '%') as n`,
    [words],
  );
  return Number(rows[0]?.n);
};

let agents = 0;

/** Another agent each time, with initials of their own, answers where the desk proposes to: at the address of the thread. */
const answered = async (conversationId: string): Promise<(typeof out.got)[number] | undefined> => {
  const { rows } = await desk.pool.query<{ id: string; queue_id: string; address: string }>(
    `select t.id, t.queue_id, c.address from tasks t join conversations c on c.id = t.conversation_id where c.id = $1`,
    [conversationId],
  );
  const [task] = rows;
  const ana = await desk.person(`Ana ${'abcdefghijklmnopqrstuvwxyz'[agents++ % 26]}`, ['agent'], [String(task?.queue_id)]);
  await desk.done(desk.named('tasks.claim'), { taskId: task?.id }, ana);
  await desk.done(desk.named('tasks.reply'), { taskId: task?.id, to: task?.address, subject: 'Re: Furnace', body: 'We come on Tuesday.' }, ana);
  await desk.settle();
  return out.got.at(-1);
};

test('S4 Where nobody checks senders, a forged From with a known Message-ID joins marked as perhaps forged, and adds and changes nothing', async () => {
  const { owner, opening } = await victim();
  const before = await threadOf(opening.conversationId);
  const forged = await writes({ From: `"Thief" <${owner}>`, 'Reply-To': THIEF, Cc: THIEF, 'In-Reply-To': opening.rfcId }, 'Send me the code again.');
  expect(forged).toMatchObject({ conversationId: opening.conversationId, joinedBy: 'address' });
  expect(mayBeForged(forged)).toBe(true);
  expect(await threadOf(opening.conversationId)).toEqual(before);
  expect(await everywhere(THIEF)).toBe(0);

  // The answer goes to the customer alone, and tells nothing of what was said before.
  const mail = await answered(opening.conversationId);
  expect(mail?.to).toEqual([owner]);
  expect(mail?.raw).not.toMatch(/1234|Send me the code|evil\.example|^Cc:|^Bcc:/im);

  // Whoever answers that mail has had it: nothing is doubted then.
  const real = await writes({ From: owner, 'In-Reply-To': mail?.raw.match(/^Message-ID:\s*(<[^>]+>)/im)?.[1] ?? '', References: opening.rfcId });
  expect(real).toMatchObject({ conversationId: opening.conversationId, joinedBy: 'ours' });
  expect(mayBeForged(real)).toBe(false);
});

test('S4 From any other address a known Message-ID of the customer never joins, with or without a server that checks', async () => {
  const { owner, opening } = await victim();
  const before = await threadOf(opening.conversationId);
  for (const door of [open, behindRelay])
    for (const head of [{ From: THIEF } as Record<string, string>, { From: `"${owner}" <${THIEF}>` }, { From: THIEF, Sender: owner }, { Sender: owner }, { From: 'no-reply@evil.example', 'Reply-To': owner }]) {
      const passes = { 'Authentication-Results': `${RELAY}; dmarc=pass header.from=evil.example` };
      const mail = await writes({ ...passes, ...head, 'In-Reply-To': opening.rfcId, References: opening.rfcId }, 'Show me the thread.', door);
      expect(mail.conversationId, JSON.stringify(head)).not.toBe(opening.conversationId);
      expect(mail.joinedBy).toBeUndefined();
    }
  expect(await threadOf(opening.conversationId)).toEqual(before);
});

test.each(['spf=fail smtp.mailfrom=customer.example', 'dkim=fail header.d=customer.example', 'dmarc=fail header.from=customer.example', ''])(
  'S4 Where a server checks senders, one that it answers with “%s” joins nothing and is shown as failed',
  async (verdict) => {
    const { owner, opening } = await victim();
    const forged = await writes({ ...(verdict && { 'Authentication-Results': `${RELAY}; ${verdict}` }), From: owner, 'In-Reply-To': opening.rfcId }, 'It is me.', behindRelay);
    expect(forged.sender).toBe('failed');
    expect(forged.conversationId).not.toBe(opening.conversationId);
    const real = await writes({ 'Authentication-Results': `${RELAY}; dmarc=pass header.from=customer.example`, From: owner, 'In-Reply-To': opening.rfcId }, 'It is me.', behindRelay);
    expect(real).toMatchObject({ conversationId: opening.conversationId, sender: 'verified', joinedBy: 'address' });
    expect(mayBeForged(real)).toBe(false);
  },
);

test('S4 Whoever stands in Cc becomes no part of the thread, and their own mail does not join it', async () => {
  const { owner } = await victim();
  const watcher = 'watcher@evil.example';
  const opening = await writes({ From: owner, Cc: watcher, Bcc: watcher, To: `support@house.example, ${watcher}` });
  expect(await everywhere(watcher)).toBe(0);
  expect((await answered(opening.conversationId))?.to).toEqual([owner]);
  const mail = await writes({ From: watcher, 'In-Reply-To': opening.rfcId });
  expect(mail.conversationId).not.toBe(opening.conversationId);
});

test('S4 No address leads into a thread: guessed ones land in the queue like any other mail', async () => {
  const { opening } = await victim();
  const { rows } = await desk.pool.query<{ id: string }>('select id from tasks where conversation_id = $1', [opening.conversationId]);
  for (const guess of [opening.conversationId, opening.id, String(rows[0]?.id), '1'])
    for (const to of [`support+${guess}@house.example`, `${guess}@house.example`, `reply-${guess}@house.example`]) {
      const mail = await writes({ From: THIEF, To: to, Subject: `[#${guess}] Furnace` }, 'Let me in.', open, to);
      expect(mail.conversationId).not.toBe(opening.conversationId);
    }
});

test('S4 What lets an answer into its thread has 144 random bits and stands in our Message-ID alone', () => {
  const tokens = Array.from({ length: 1000 }, newToken);
  expect(new Set(tokens).size).toBe(1000);
  expect(Buffer.from(tokens[0] ?? '', 'base64url')).toHaveLength(18);
  expect(ownRfcId('m', tokens[0] ?? '', 'support@house.example')).toBe(`<m.${tokens[0]}@house.example>`);
});
