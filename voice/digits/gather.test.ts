import { expect, test } from 'vitest';
import { createGather, type Gathered } from './gather.ts';

const gathering = (wish: { maxDigits: number; closingKey?: string }) => {
  const done: Gathered[] = [];
  const gather = createGather({ ...wish, timeoutMs: 5000 }, 0, (gathered) => done.push(gathered));
  return { gather, done, keys: (digits: string, at = 0) => [...digits].forEach((digit) => gather.key(digit, at)) };
};

test('as many keys as were asked for are enough', () => {
  const { keys, done } = gathering({ maxDigits: 4 });
  keys('12345');
  expect(done).toEqual([{ digits: '1234', cause: 'full' }]);
});

test('the closing key ends it and is no part of it', () => {
  const { keys, done } = gathering({ maxDigits: 10, closingKey: '#' });
  keys('42#7');
  expect(done).toEqual([{ digits: '42', cause: 'closed' }]);
});

test('each key gives time for another; then what there is must do', () => {
  const { gather, keys, done } = gathering({ maxDigits: 4 });
  keys('1', 4000);
  gather.tick(8999);
  expect(done).toEqual([]);
  gather.tick(9000);
  expect(done).toEqual([{ digits: '1', cause: 'timeout' }]);
});

test('nobody is late while the prompt is spoken', () => {
  const { gather, done } = gathering({ maxDigits: 1 });
  gather.wait(4000);
  gather.tick(6000);
  expect(done).toEqual([]);
  gather.stop();
  gather.stop();
  expect(done).toEqual([{ digits: '', cause: 'stopped' }]);
});
