import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { udpGate } from './udp-gate.ts';

const US = { ufrag: 'near', password: 'a-password-of-22-letters' };
const BROWSER = '192.0.2.1 5000';
const STRANGER = '203.0.113.5 6000';

const attribute = (type: number, value: Buffer) => {
  const head = Buffer.alloc(4);
  head.writeUInt16BE(type, 0);
  head.writeUInt16BE(value.length, 2);
  return Buffer.concat([head, value, Buffer.alloc((4 - (value.length % 4)) % 4)]);
};

/** A STUN request as a browser signs it; `id` tells one from the next. */
const request = (id: number, { password = US.password, name = `${US.ufrag}:far` } = {}) => {
  const body = attribute(6, Buffer.from(name));
  const head = Buffer.alloc(20);
  head.writeUInt16BE(1, 0);
  head.writeUInt16BE(body.length + 24, 2);
  head.writeUInt32BE(0x2112a442, 4);
  head.writeUInt32BE(id, 16);
  const covered = Buffer.concat([head, body]);
  return Buffer.concat([covered, attribute(8, createHmac('sha1', password).update(covered).digest())]);
};
const record = (type: number, epoch = 0) => Buffer.from([type, 0xfe, 0xfd, 0, epoch, 0, 0, 0, 0, 0, 1, 0, 2, 1, 0]);
const sound = Buffer.alloc(60, 0x80);

const gate = () => {
  let isUp = false;
  const lets = udpGate({ passwords: () => [US], isUp: () => isUp });
  return { lets: (packet: Buffer, source = BROWSER, now = 0) => lets(packet, source, now), up: () => { isUp = true; } };
};

test('who signs with our password comes in, and then so does their sound', () => {
  const { lets } = gate();
  expect(lets(sound)).toBe(false);
  expect(lets(request(1))).toBe(true);
  expect(lets(sound)).toBe(true);
  expect(lets(sound, STRANGER)).toBe(false);
});

test.each([
  ['another password', request(1, { password: 'guessed' })],
  ['another name', request(1, { name: 'other:far' })],
  ['no signature', request(1).subarray(0, 36)],
  ['a changed byte', Buffer.from(request(1)).fill(9, 19, 20)],
  ['half a packet', request(1).subarray(0, 41)],
])('a request with %s stays outside', (_, packet) => {
  expect(gate().lets(packet)).toBe(false);
});

test('an answer to our hello comes in once, however often it is sent; another one comes in again', () => {
  const { lets } = gate();
  lets(request(1));
  const verify = (number: number, cookie: number) =>
    Buffer.from([22, 0xfe, 0xff, 0, 0, 0, 0, 0, 0, 0, number, 0, 16, 3, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 4, 0xfe, 0xff, 1, cookie]);
  expect([verify(1, 7), verify(2, 7), verify(3, 8), verify(4, 8)].map((packet) => lets(packet))).toEqual([true, false, true, false]);
  expect(lets(record(22))).toBe(true);
});

test('a request that was overheard lets nobody else in; sent again by its sender it is answered again', () => {
  const { lets } = gate();
  expect(lets(request(1))).toBe(true);
  expect(lets(request(1), STRANGER)).toBe(false);
  expect(lets(request(1))).toBe(true);
});

test('a handshake comes in until it is done; alerts and unknown records never do', () => {
  const { lets, up } = gate();
  lets(request(1));
  expect([20, 22, 23].map((type) => lets(record(type)))).toEqual([true, true, true]);
  expect([21, 24, 25, 63].map((type) => lets(record(type)))).toEqual([false, false, false, false]);
  expect(lets(Buffer.concat([record(22), record(21)]))).toBe(false);
  expect(lets(record(22).subarray(0, 14))).toBe(false);
  up();
  expect([record(22), record(22, 1), record(23, 1)].map((packet) => lets(packet))).toEqual([false, false, false]);
});

test('a flood of strangers takes nothing from the browser; a flood of its own is cut', () => {
  const { lets } = gate();
  for (let id = 0; id < 1000; id += 1) lets(request(id, { password: 'guessed' }), STRANGER);
  const own = Array.from({ length: 1000 }, (_, id) => lets(request(id)));
  expect(own.filter(Boolean)).toHaveLength(100);
  expect(lets(request(5000), BROWSER, 1000)).toBe(true);
});

test('one connection has so many addresses and no more', () => {
  const { lets } = gate();
  const sources = Array.from({ length: 40 }, (_, i) => lets(request(i), `192.0.2.${i} 5000`));
  expect(sources.filter(Boolean)).toHaveLength(32);
});
