import { expect, test } from 'vitest';
import { proposedAddress } from './no-reply.ts';

test.each([
  ['no-reply@shop.example', ['no-reply@shop.example', 'dana@home.example'], 'dana@home.example'],
  ['no-reply@shop.example', ['no-reply@shop.example'], undefined],
  ['no-reply@shop.example', [], undefined],
  ['dana@work.example', ['dana@home.example'], undefined],
])('R-139 For %s and a record with %j the desk proposes %s', (to, known, proposed) => expect(proposedAddress(to, known)).toBe(proposed));
