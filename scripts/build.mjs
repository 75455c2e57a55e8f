// Builds the server and the screens into dist/, when anything they are made of has changed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

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
  const [{ build: bundle }, vite] = await Promise.all([import('esbuild'), import('vite')]);
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
    asServed(() => vite.build({ root: path.join(root, 'web'), logLevel: 'warn', build: { outDir: path.join(aside, 'web'), emptyOutDir: true } })),
  ]);
  writeFileSync(path.join(aside, 'build.json'), `${JSON.stringify({ id })}\n`);
  putInPlace(aside, id);
  return true;
};

/** Whoever builds, a test as well: screens of a test's own kind would be three times as slow, and stay for the next start. */
const asServed = async (act) => {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    return await act();
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
};

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
