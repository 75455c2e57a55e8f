import { expect, test } from 'vitest';
import { wayToBegin } from './way-to-begin.ts';

test.each([
  ['call', 'email', 'call'],
  ['text', 'email', 'text'],
  ['email', 'call', 'email'],
  [undefined, 'email', 'email'],
  [undefined, 'call', 'call'],
  [undefined, 'chat', 'email'],
] as const)('R-133 Who prefers %s and came by %s is answered first by %s', (prefers, came, way) => expect(wayToBegin({ prefers }, came)).toBe(way));
