import { expect, test } from 'vitest';
import { TASK_TYPES } from '../tasks/task-type.ts';
import { PLAYBOOKS, stepsFor } from './playbooks.ts';
import { proposeSubTasks } from './propose-sub-tasks.ts';
import type { Turn } from './summary.ts';

const said = (text: string): Turn[] => [{ id: 'm1', direction: 'in', text }];
const leak = { id: 'leak', label: 'Leak', taskType: 'inquiry', words: 'leak, dripping tap, water', steps: 'Ask whether the valve is shut\n\n  Offer the earliest slot ' };

test('R-173 Every shipped kind of task has its playbook', () => expect(PLAYBOOKS.map(({ taskType }) => taskType)).toEqual(TASK_TYPES.map(({ id }) => id)));

test('R-173 A playbook is proposed when the customer uses its words, as whole words only', () => {
  const own = [...PLAYBOOKS, leak];
  expect(stepsFor(own, 'inquiry', said('There is a LEAK, a dripping tap.'))).toEqual(['Ask whether the valve is shut', 'Offer the earliest slot']);
  expect(stepsFor(own, 'inquiry', said('A leaky excuse.'))).toEqual(['Find the answer', 'Ask whether it helped']);
  expect(stepsFor(own, 'cancel', said('a leak'))[0]).toBe('Find the appointment');
});

test('R-173 Our own words choose no playbook, a retired one is not chosen, and the one with most of its words goes first', () => {
  expect(stepsFor([...PLAYBOOKS, leak], 'inquiry', [{ id: 'm2', direction: 'out', text: 'Is there a leak?' }])[0]).toBe('Find the answer');
  expect(stepsFor([...PLAYBOOKS, { ...leak, retired: true }], 'inquiry', said('a leak'))[0]).toBe('Find the answer');
  const flood = { ...leak, id: 'flood', words: 'water', steps: 'Call at once' };
  expect(stepsFor([flood, leak], 'inquiry', said('water from a leak'))[0]).toBe('Ask whether the valve is shut');
});

test('R-173 A kind without a playbook starts with that for everything else, and an empty list with what was asked alone', () => {
  expect(stepsFor(PLAYBOOKS, 'a kind of our own', [])).toEqual(['Make sure what the customer needs', 'Resolve it or escalate']);
  expect(proposeSubTasks(said('Please send me the invoice.'), 'inquiry', [])).toEqual(['Send the customer the invoice']);
});
