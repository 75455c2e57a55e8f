// `npm run dev`: the server with reload, and the screens by Vite in front of it.
import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const bin = (name: string): string => path.join(root, 'node_modules/.bin', name);
const port = process.env.PORT ?? '4000';

const children: ChildProcess[] = [
  spawn(bin('tsx'), ['watch', '--clear-screen=false', 'server/main.ts'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, FIRSTLINE_ROOT: root, PORT: port, FIRSTLINE_URL: process.env.FIRSTLINE_URL ?? 'http://localhost:5173' },
  }),
  spawn(bin('vite'), ['web'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, DESK_URL: `http://localhost:${port}` },
  }),
];

const stop = (): void => children.forEach((child) => child.kill('SIGTERM'));
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
for (const child of children) child.on('exit', stop);
