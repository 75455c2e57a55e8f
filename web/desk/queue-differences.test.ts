import { expect, test } from 'vitest';
import { queueDifferences, queueWords } from './queue-differences.ts';

const support = queueWords({ name: 'Support', address: 'support@house.example', criticality: 'high', skills: ['gas', 'billing'], acknowledgement: 'We answer soon.' });

test('R-060 Of a queue only what was changed is asked for, and what was emptied is taken away', () => {
  expect(queueDifferences(support, { ...support, needs: { ...support.needs, skills: ['billing', 'gas'] } })).toEqual({});
  expect(queueDifferences(support, { ...support, name: 'First line', address: '', acknowledgement: '' })).toEqual({ name: 'First line', address: null, acknowledgement: null });
  expect(queueDifferences(support, { ...support, needs: { skills: ['gas'], answerMinutes: 30 } })).toEqual({ needs: { skills: ['gas'], answerMinutes: 30 } });
});
