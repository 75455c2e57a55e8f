import Fastify from 'fastify';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { readScreens } from './screens.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** What a build leaves behind: a page, and under a name of its own the program that it loads. */
const builds = (folder: string, name: string): void => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(path.join(folder, 'assets'), { recursive: true });
  writeFileSync(path.join(folder, 'index.html'), `<script type="module" src="/assets/${name}.js"></script>`);
  writeFileSync(path.join(folder, `assets/${name}.js`), `say('${name}')`);
};

const opened = async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'firstline-screens-'));
  folders.push(folder);
  builds(folder, 'index-old');
  const http = Fastify();
  const screens = await readScreens(folder);
  http.setNotFoundHandler((request, reply) => screens.page(request, reply) ?? reply.code(404).send());
  screens.open(http);
  await http.ready();
  const page = (url: string, headers = {}) => http.inject({ url, headers: { accept: 'text/html', ...headers } });
  return { folder, http, page };
};

test('Screens that are built anew under a running desk leave a whole one: a page that is loaded again finds all that it names', async () => {
  const { folder, http, page } = await opened();
  builds(folder, 'index-new');
  for (const address of ['/', '/tasks/t1', '/index.html']) {
    const [, program = ''] = /src="([^"]+)"/.exec((await page(address)).body) ?? [];
    expect(await http.inject(program), address).toMatchObject({ statusCode: 200, body: "say('index-old')" });
  }
});

test('A page is asked for each time and a program never again; only a page says what it may load', async () => {
  const { http, page } = await opened();
  const { headers } = await page('/');
  expect(headers).toMatchObject({ 'cache-control': 'no-cache', 'content-type': 'text/html; charset=utf-8' });
  expect(headers['content-security-policy']).toContain("default-src 'self'");
  const program = await http.inject('/assets/index-old.js');
  expect(program.headers).toMatchObject({ 'cache-control': 'public, max-age=31536000, immutable', 'content-type': 'text/javascript; charset=utf-8' });
  expect(program.headers['content-security-policy']).toBeUndefined();
  expect(await http.inject({ method: 'HEAD', url: '/assets/index-old.js' })).toMatchObject({ statusCode: 200, body: '' });
});

test('What a browser has already is not sent again, also where a proxy has packed it', async () => {
  const { page } = await opened();
  const etag = String((await page('/')).headers.etag);
  for (const known of [etag, `W/${etag}`]) expect(await page('/', { 'if-none-match': known })).toMatchObject({ statusCode: 304, body: '' });
  expect(await page('/', { 'if-none-match': '"another"' })).toMatchObject({ statusCode: 200 });
});

test('What is no page and no file of ours leads nowhere', async () => {
  const { http, page } = await opened();
  expect((await http.inject('/assets/index-gone.js')).statusCode).toBe(404);
  for (const address of ['/api/nothing', '/assets/../../package.json']) expect((await http.inject(address)).statusCode, address).toBe(404);
  expect((await page('/api/nothing')).statusCode).toBe(404);
});

test('A desk whose screens were never built opens its doors without them', async () => {
  const { page } = await readScreens('/nowhere');
  const http = Fastify();
  http.setNotFoundHandler((request, reply) => page(request, reply) ?? reply.code(404).send());
  expect((await http.inject({ url: '/', headers: { accept: 'text/html' } })).statusCode).toBe(404);
});
