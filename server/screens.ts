import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from './platform/http.ts';
import { CONTENT_SECURITY_POLICY } from './security.ts';

export type Screens = {
  open: (http: FastifyInstance) => void;
  /** Every address that is no door leads to the screens, which know the rest. */
  page: Page;
};

type Kept = { body: Buffer; headers: Record<string, string> & { etag: string } };

const PAGE = 'index.html';

/** The built screens as they stand now, a megabyte or two. Those that are built anew meanwhile are for the desk that starts next: of two builds no page is whole. */
export const readScreens = async (folder: string): Promise<Screens> => {
  const names = existsSync(folder) ? await filesIn(folder) : [];
  const files = new Map(await Promise.all(names.map(async (name) => [name, keptOf(name, await readFile(path.join(folder, name)))] as const)));
  const page = files.get(PAGE);
  return {
    open: (http) => {
      for (const [name, kept] of files) http.get(`/${name}`, (request, reply) => send(request, reply, kept));
      if (page) http.get('/', (request, reply) => send(request, reply, page));
    },
    page: (request, reply) => (page && isForPage(request) ? send(request, reply, page) : undefined),
  };
};

const filesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'));

const keptOf = (name: string, body: Buffer): Kept => ({
  body,
  headers: {
    'content-type': KINDS[path.extname(name)] ?? 'application/octet-stream',
    // What stands in assets carries its content in its name.
    'cache-control': name.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
    ...(name.endsWith('.html') && { 'content-security-policy': CONTENT_SECURITY_POLICY }),
  },
});

const KINDS: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

const send = (request: FastifyRequest, reply: FastifyReply, { body, headers }: Kept): FastifyReply => {
  void reply.headers(headers);
  // A proxy that packs an answer names it anew, around our name.
  return request.headers['if-none-match']?.includes(headers.etag) ? reply.code(304).send() : reply.code(200).send(body);
};

const isForPage = ({ method, url, headers }: FastifyRequest): boolean => method === 'GET' && !url.startsWith('/api/') && (headers.accept ?? '').includes('text/html');
