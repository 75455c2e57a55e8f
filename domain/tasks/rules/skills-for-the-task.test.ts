import { examples } from '@firstline/testing/examples.ts';
import { expect, test } from 'vitest';
import { lists } from '../../desk/lists.ts';
import { kindsFor, missingSkills, skillsFor } from '../skills.ts';
import { skillsForTheTask } from './skills-for-the-task.ts';

examples(skillsForTheTask, {
  breaks: [{ missing: ['Billing', 'Gas'] }, { missing: ['Gas'] }],
  keeps: [{ missing: [] }],
});

const taskTypes = [
  { id: 'refund', label: 'Refund', rank: 10, skills: ' billing , gas,' },
  { id: 'other', label: 'Other', rank: 40 },
];
const house = { lists: { ...lists, taskTypes }, needs: { skills: ['gas'] } };

test('R-060 A task takes what its queue and its kind take, each once', () => {
  expect(skillsFor({ taskType: 'refund' }, house)).toEqual(['gas', 'billing']);
  expect(skillsFor({ taskType: 'gone' }, house)).toEqual(['gas']);
  expect(skillsFor({ taskType: 'other' }, { lists: house.lists })).toEqual([]);
});

test('R-060 Somebody hears what they lack by its name', () => {
  expect(missingSkills({ taskType: 'refund' }, { skills: ['gas'] }, house)).toEqual(['Billing']);
  expect(missingSkills({ taskType: 'refund' }, {}, house)).toEqual(['gas', 'Billing']);
  expect(skillsForTheTask.because?.({ missing: ['gas', 'Billing'] })).toBe('It takes gas, Billing.');
});

test('R-060 Nobody is offered a kind of work they may not take', () => {
  expect(kindsFor(taskTypes, ['gas'])).toEqual(['other']);
  expect(kindsFor(taskTypes, ['gas', 'billing'])).toBeUndefined();
  expect(kindsFor(taskTypes)).toEqual(['other']);
});
