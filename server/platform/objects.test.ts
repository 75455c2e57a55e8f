import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { copyFiles } from './copy-files.ts';
import { objectsIn } from './objects.ts';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'firstline-objects-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const kept = (text: string): string => {
  const object = objectsIn(path.join(folder, 'files')).begin();
  object.write(Buffer.from(text));
  object.keep();
  return object.key;
};

test('An object has its place only once it is kept, and only its owner may read it', async () => {
  const objects = objectsIn(path.join(folder, 'files'));
  const object = objects.begin();
  object.write(Buffer.from('Half'));
  expect(objects.has(object.key)).toBe(false);
  object.keep();
  expect((await objects.read(object.key)).toString()).toBe('Half');
  expect(statSync(path.join(folder, 'files', object.key.slice(0, 2), object.key)).mode & 0o077).toBe(0);
  await objects.remove(object.key);
  expect(objects.has(object.key)).toBe(false);
});

test('S8 What is no key of ours opens nothing', () => {
  const objects = objectsIn(folder);
  for (const key of ['../../etc/passwd', 'unkept/x', '', 'A'.repeat(48), `${'a'.repeat(47)}/`]) expect(() => objects.has(key), key).toThrow('no key');
});

test('What was begun and left is swept away once it is old', async () => {
  const objects = objectsIn(folder);
  const object = objects.begin();
  expect(await objects.sweep(60)).toBe(0);
  utimesSync(path.join(folder, 'unkept', object.key), 0, 0);
  expect(await objects.sweep(60)).toBe(1);
});

test('X5 A backup has every file that was kept, makes a cut copy whole, and leaves the half ones', async () => {
  const keys = [kept('One'), kept('Two')];
  objectsIn(path.join(folder, 'files')).begin().write(Buffer.from('Half'));
  const target = path.join(folder, 'copy');
  expect(await copyFiles(path.join(folder, 'files'), target)).toBe(2);
  const cut = path.join(target, String(keys[0]?.slice(0, 2)), String(keys[0]));
  writeFileSync(cut, 'O');
  expect(await copyFiles(path.join(folder, 'files'), target)).toBe(2);
  expect((await objectsIn(target).read(String(keys[0]))).toString()).toBe('One');
  expect(readdirSync(target)).not.toContain('unkept');
  expect(await copyFiles(path.join(folder, 'nowhere'), target)).toBe(0);
});
