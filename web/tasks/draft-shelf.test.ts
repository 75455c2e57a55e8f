import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { clearOldDrafts, clearShelf, keepAt, keptAt, newest, shelfPlace, typedSince } from './draft-shelf.ts';

const AT = { early: '2026-01-01T10:00:00.000Z', late: '2026-01-01T10:00:05.000Z' };
const here = { body: 'written here' };
const there = { body: 'saved at the desk' };

const shelf = () => {
  const kept: Record<string, string> = {};
  return Object.assign(Object.create({ getItem: (key: string) => kept[key] ?? null, setItem: (key: string, value: string) => void ((kept[key] = value), (storage[key] = value)), removeItem: (key: string) => void (delete kept[key], delete storage[key]) }) as Record<string, string>, {});
};
let storage: Record<string, string>;
beforeEach(() => {
  storage = shelf();
  vi.stubGlobal('localStorage', storage);
});
afterEach(() => vi.unstubAllGlobals());

test('R-078 The newer of two drafts is shown; one that was sent since is none', () => {
  expect(newest({ content: here, at: AT.late }, { content: there, at: AT.early })).toBe(here);
  expect(newest({ content: here, at: AT.early }, { content: there, at: AT.late })).toBe(there);
  expect(newest({ at: AT.late }, { content: there, at: AT.early })).toBeUndefined();
  expect(newest(undefined, { content: there, at: AT.early })).toBe(there);
  expect(newest({ content: here, at: AT.early }, undefined)).toBe(here);
  expect(newest(undefined, undefined)).toBeUndefined();
});

test('R-017 Who signs out leaves no draft behind that the desk has as well, and loses none that it lacks', () => {
  const [saved, unsaved, sent, others] = [shelfPlace('ana', 't1', 'email'), shelfPlace('ana', 't2', 'email'), shelfPlace('ana', 't3', 'note'), shelfPlace('ben', 't1', 'email')] as const;
  keepAt(saved, { content: here, at: AT.early, saved: true });
  keepAt(unsaved, { content: here, at: AT.early });
  keepAt(sent, { at: AT.early });
  keepAt(others, { content: here, at: AT.early, saved: true });
  clearShelf('ana');
  expect([saved, unsaved, sent, others].map((place) => keptAt(place)?.content)).toEqual([undefined, here, undefined, here]);
  expect(Object.keys(storage)).toEqual([unsaved, others]);
});

test('What is typed while a message is on its way stays; what went does not', () => {
  const sent = { to: 'd@customer.example', body: 'Tuesday at two.' };
  expect(typedSince(sent, sent)).toBeUndefined();
  expect(typedSince(sent, { ...sent, body: 'Tuesday at two. And bring' })).toEqual({ body: ' And bring' });
  expect(typedSince(sent, { ...sent, body: 'Another thought' })).toEqual({ body: 'Another thought' });
});

test('What nobody came back to for a month is cleared away, and so is what cannot be read', () => {
  keepAt(shelfPlace('ana', 't1', 'email'), { content: here, at: AT.early });
  localStorage.setItem(shelfPlace('ana', 't2', 'email'), 'not what we wrote');
  clearOldDrafts(Date.parse(AT.early) + 29 * 86_400_000);
  expect(Object.keys(storage)).toHaveLength(1);
  clearOldDrafts(Date.parse(AT.early) + 31 * 86_400_000);
  expect(Object.keys(storage)).toHaveLength(0);
});

test('A browser that keeps nothing says so and breaks nothing', () => {
  vi.stubGlobal('localStorage', { getItem: () => { throw new Error('denied'); }, setItem: () => { throw new Error('full'); } });
  expect(keepAt('firstline.draft.x', { content: here, at: AT.early })).toBe(false);
  expect(keptAt('firstline.draft.x')).toBeUndefined();
});
