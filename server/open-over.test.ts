import { openDatabase } from '@firstline/testing/database.ts';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { openOver } from './open-over.ts';

const ROOT = path.resolve(import.meta.dirname, '..');

test('A desk whose door is taken does not leave its database running', async () => {
  const database = await openDatabase();
  const dataDir = mkdtempSync(path.join(tmpdir(), 'firstline-opening-'));
  const holder = createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  const { port } = holder.address() as { port: number };
  const config = { port: 0, host: '127.0.0.1', smtpPort: 0, dataDir, url: 'http://127.0.0.1', admin: { email: 'max@house.example', password: 'correct-horse-9' }, mailFrom: 'desk@house.example', logLevel: 'silent', preparedStatements: true };
  let stopped = 0;
  const postgres = { url: database.url, stop: async () => void stopped++ };
  const opens = (smtpPort: number) => openOver(postgres, { config: { ...config, smtpPort }, log: pino({ level: 'silent' }), root: ROOT });

  await expect(opens(port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  expect(stopped).toBe(1);

  const { running } = await opens(0);
  expect(stopped).toBe(1);
  await running.stop();
  holder.close();
  await database.close();
  rmSync(dataDir, { recursive: true, force: true });
});
