// Builds the server and the screens into dist/, when anything they are made of has changed.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

const root = path.resolve(import.meta.dirname, '..');
const MADE_OF = ['domain', 'contract', 'server', 'voice', 'web', 'situations', 'scripts', 'package-lock.json'];

const filesIn = (place) => {
  const full = path.join(root, place);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [full];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules') && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
};

const idOf = () => {
  const hash = createHash('sha256');
  for (const file of MADE_OF.flatMap(filesIn).sort()) hash.update(path.relative(root, file)).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
};

const builtId = () => {
  try {
    return JSON.parse(readFileSync(path.join(root, 'dist/build.json'), 'utf8')).id;
  } catch {
    return undefined;
  }
};

/** Answers whether anything had to be built. */
export const build = async (say = () => {}) => {
  const id = idOf();
  if (builtId() === id) return false;
  say('Building the desk; this happens once after each change …');
  const { build: bundle } = await import('esbuild');
  // Built aside and put in place at the end: two builds at once do not meet, and a stopped one leaves nothing half done.
  const aside = path.join(root, `.cache/building-${process.pid}`);
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { recursive: true });
  await Promise.all([
    bundle({
      absWorkingDir: root,
      entryPoints: ['server/main.ts', 'voice/main.ts', ...(existsSync(path.join(root, 'situations/main.ts')) ? ['situations/main.ts'] : [])],
      outdir: aside,
      outbase: '.',
      bundle: true,
      splitting: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      // Packages stay where npm put them; our own workspaces are built in.
      plugins: [{ name: 'packages', setup: (own) => own.onResolve({ filter: /^[^./]/ }, ({ path: name, kind }) =>
        kind === 'entry-point' || name.startsWith('@firstline/') || path.isAbsolute(name) ? undefined : { external: true }) }],
      sourcemap: true,
      logLevel: 'warning',
    }),
    screens(path.join(aside, 'web')),
  ]);
  writeFileSync(path.join(aside, 'build.json'), `${JSON.stringify({ id })}\n`);
  putInPlace(aside, id);
  return true;
};

/** In a process of its own, as they are served: a test that builds says `NODE_ENV=test`, and such screens would be three times as slow. */
const screens = (outDir) =>
  promisify(execFile)(process.execPath, [path.join(root, 'node_modules/vite/bin/vite.js'), 'build', path.join(root, 'web'), '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
  });

/** Whoever built the same meanwhile was first, and may be served already. */
const putInPlace = (aside, id) => {
  const [dist, before] = [path.join(root, 'dist'), `${aside}-before`];
  if (builtId() !== id) {
    if (existsSync(dist)) renameSync(dist, before);
    renameSync(aside, dist);
  }
  for (const left of [aside, before]) rmSync(left, { recursive: true, force: true });
};

if (process.argv[1] === import.meta.filename) await build((text) => console.log(text));
