import { expect, test } from 'vitest';
import { fieldsOf, freeId, keptOf, moved, typedOf, type ListShape } from './list-shapes.ts';

const shape: ListShape = {
  items: {
    properties: {
      id: { type: 'string' },
      label: { type: 'string', title: 'Name', maxLength: 80 },
      when: { type: 'string', maxLength: 300 },
      rank: { type: 'integer', description: 'Lower is sooner.' },
      who: { type: 'string', enum: ['agent', 'manager'] },
      steps: { type: 'array', items: { type: 'string' } },
      urgent: { type: 'boolean' },
      hours: { type: 'array', items: { type: 'object' } },
      retired: { type: 'boolean' },
    },
    required: ['id', 'label', 'rank'],
  },
};

test('R-327 The form of a list is drawn from its shape', () => {
  expect(fieldsOf(shape).map(({ name, label, kind, optional }) => [name, label, kind, optional])).toEqual([
    ['label', 'Name', 'line', false],
    ['when', 'when', 'text', true],
    ['rank', 'rank', 'number', false],
    ['who', 'who', 'choice', true],
    ['steps', 'steps', 'lines', true],
    ['urgent', 'urgent', 'mark', true],
    ['hours', 'hours', 'data', true],
  ]);
});

test('R-327 A field that names another list is chosen from that list', () => {
  const [team, strange] = fieldsOf({ items: { properties: { team: { type: 'string', 'x-list': 'teams' }, strange: { type: 'string', 'x-list': 'lamps' } } } });
  expect(team).toMatchObject({ kind: 'choice', list: 'teams' });
  expect(strange?.list).toBeUndefined();
});

test('R-327 What is typed is kept in its kind, and shown as it was typed', () => {
  expect(keptOf({ kind: 'number', optional: false }, ' 12 ')).toBe(12);
  expect(keptOf({ kind: 'number', optional: false }, 'twelve')).toBe('twelve'); // the desk says what is wrong
  expect(keptOf({ kind: 'lines', optional: true }, 'Call\n\n Note ')).toEqual(['Call', 'Note']);
  expect(keptOf({ kind: 'line', optional: true }, ' ')).toBeUndefined();
  expect(keptOf({ kind: 'mark', optional: true }, 'true')).toBe(true);
  expect(keptOf({ kind: 'data', optional: true }, '[{"from":"09:00"}]')).toEqual([{ from: '09:00' }]);
  expect(typedOf({ kind: 'lines' }, ['Call', 'Note'])).toBe('Call\nNote');
  expect(typedOf({ kind: 'number' }, undefined)).toBe('');
});

test('R-327 A new entry gets an id of its own, and entries change places', () => {
  const items = [{ id: 'no-answer', label: 'a' }, { id: 'b', label: 'b' }, { id: 'c', label: 'c' }];
  expect(freeId('Réglé à l’amiable!', items)).toBe('regle-a-l-amiable');
  expect(freeId('No answer', items)).toBe('no-answer-2');
  expect(freeId('未', items)).toBe('entry');
  expect(moved(items, 'c', -1).map(({ id }) => id)).toEqual(['no-answer', 'c', 'b']);
  expect(moved(items, 'c', 1)).toEqual(items);
});
