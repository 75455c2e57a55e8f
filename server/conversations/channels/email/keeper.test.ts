import { expect, test } from 'vitest';
import { keepMail } from './keeper.ts';
import { limits } from './limits.ts';
import { atMost, makeRoom } from './room.ts';

const HEAD = 'From: a@b.example\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n';
const TEXT = '--b\r\nContent-Type: text/plain\r\n\r\n';
const FILE = '--b\r\nContent-Type: application/zip\r\nContent-Transfer-Encoding: base64\r\n\r\n';
const line = `${'A'.repeat(76)}\r\n`;

const keep = (mail: string, room = makeRoom(limits.keptBytesAltogether), step = 64 * 1024) => {
  const keeper = keepMail(room);
  const bytes = Buffer.from(mail);
  for (let at = 0; at < bytes.length; at += step) keeper.feed(bytes.subarray(at, at + step));
  return { kept: keeper.end(), drop: keeper.drop };
};

const TABLE = '--b\r\nContent-Disposition: attachment; filename=a.csv\r\nContent-Type: text/csv\r\n\r\n';

test.each([FILE, TABLE])('P14 A large attachment passes by unkept, and a text behind it is there: %j', (file) => {
  const { kept } = keep(`${HEAD}${TEXT}First.\r\n${file}${line.repeat(50_000)}${TEXT}Last.\r\n--b--\r\n`);
  expect(kept?.wasCut).toBe(false);
  expect(kept?.bytes.length).toBeLessThan(2000);
  expect(kept?.bytes.toString()).toMatch(/First\.[^]*(?:zip|csv)[^]*Last\.\r\n--b--/);
});

test('A mail is kept the same in whichever pieces it comes', () => {
  const mail = `${HEAD}${TEXT}First.\r\n-- \r\nA signature\r\nContent-Type: application/zip\r\n\r\nstays\r\n--b--\r\n`;
  const whole = keep(mail).kept;
  expect(whole?.bytes.toString()).toBe(mail);
  for (const step of [1, 2, 7, 100]) expect(keep(mail, undefined, step).kept).toEqual(whole);
});

test('An endless mail is cut and says so, whatever it is endless with', () => {
  const mails = [
    `${HEAD}${TEXT}${line.repeat(60_000)}`,
    `${HEAD}${TEXT}${'\n'.repeat(limits.keptLines)}`,
    `${HEAD}${TEXT}${'A'.repeat(2 * limits.keptBytesOfOnePart)}`,
    `${HEAD}${TEXT.repeat(limits.keptBorders + 1)}`,
    Array.from({ length: 20_000 }, (_, n) => `X-${n}: y\r\n`).join(''),
  ];
  for (const mail of mails) {
    const { kept } = keep(mail);
    expect(kept?.wasCut, mail.slice(60, 140)).toBe(true);
    expect(kept?.bytes.length).toBeLessThanOrEqual(limits.keptBytes);
  }
});

test('Mails that come in together share one room; who finds none is not kept, and what is dropped is room again', () => {
  const room = makeRoom(200_000);
  const first = keep(line.repeat(1000), room);
  expect(first.kept).toBeDefined();
  const second = keep(line.repeat(1500), room);
  expect(second.kept).toBeUndefined();
  second.drop();
  first.drop();
  expect(room.taken()).toBe(0);
  expect(keep(line.repeat(1500), room).kept).toBeDefined();
});

test('Work that waits its turn is done in order, and never more of it at once', async () => {
  const inTurn = atMost(2);
  let now = 0;
  let most = 0;
  const order: number[] = [];
  const work = (n: number) =>
    inTurn(async () => {
      most = Math.max(most, ++now);
      order.push(n);
      await new Promise((next) => setImmediate(next));
      now -= 1;
      if (n === 1) throw new Error('Broke.');
    });
  const done = await Promise.allSettled([0, 1, 2, 3, 4].map(work));
  expect(done.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled', 'fulfilled']);
  expect([most, now]).toEqual([2, 0]);
  expect(order).toEqual([0, 1, 2, 3, 4]);
});
