import { expect, test } from 'vitest';
import { kindOf, TASK_TYPES } from './task-type.ts';

test('R-327 Work whose kind this house does not have goes to “other”, and without it to the last kind', () => {
  expect(kindOf(TASK_TYPES, 'cancel')).toMatchObject({ id: 'cancel', rank: 20 });
  expect(kindOf(TASK_TYPES, 'nonsense').id).toBe('other');
  const own = [{ id: 'incident', label: 'Incident', rank: 10 }, { id: 'request', label: 'Request', rank: 20 }];
  expect(kindOf(own, 'cancel').id).toBe('request');
  expect(kindOf([{ ...own[0]!, retired: true }, own[1]!], 'incident').id).toBe('request');
});
