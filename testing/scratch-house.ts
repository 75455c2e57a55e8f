import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';

const NOT_COPIED = /^(node_modules|\.git|\.cache|dist|data|test-results)$|\/node_modules$/;

/** A copy of the house in which a test may write what must never stand in the real one. */
export type ScratchHouse = {
  root: string;
  write: (path: string, text: string) => void;
  append: (path: string, text: string) => void;
  read: (path: string) => string;
  removeFolder: (path: string) => void;
  /** Runs one of the house's scripts there: its exit code and all it said. */
  run: (script: string, ...args: string[]) => Promise<{ code: number; said: string }>;
  remove: () => void;
};

export const scratchHouse = (): ScratchHouse => {
  const root = mkdtempSync(join(tmpdir(), 'firstline-scratch-'));
  cpSync('.', root, { recursive: true, filter: (path) => !NOT_COPIED.test(relative('.', path)) });
  linkPackages(root);
  const at = (path: string) => join(root, path);
  const write = (path: string, text: string) => {
    mkdirSync(dirname(at(path)), { recursive: true });
    writeFileSync(at(path), text);
  };
  const read = (path: string) => readFileSync(at(path), 'utf8');
  return {
    root,
    write,
    read,
    removeFolder: (path) => rmSync(at(path), { recursive: true }),
    append: (path, text) => write(path, read(path) + text),
    run: (script, ...args) => runIn(root, script, args),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
};

/** The real packages, but the copy's own workspaces: or the copy would import the real house. */
const linkPackages = (root: string): void => {
  const packages = join(root, 'node_modules');
  mkdirSync(join(packages, '@firstline'), { recursive: true });
  for (const name of readdirSync('node_modules'))
    if (name !== '@firstline') symlinkSync(resolve('node_modules', name), join(packages, name));
  for (const name of readdirSync('node_modules/@firstline')) symlinkSync(join(root, name), join(packages, '@firstline', name));
};

const runIn = (root: string, script: string, args: string[]): Promise<{ code: number; said: string }> =>
  new Promise((done, failed) => {
    const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], { cwd: root });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.on('error', failed);
    child.on('close', (code) => done({ code: code ?? 1, said }));
  });
