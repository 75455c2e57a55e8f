// `npm start`: builds what changed, then runs the desk in this very process.
import path from 'node:path';
import { build } from './build.mjs';

const root = path.resolve(import.meta.dirname, '..');
process.env.FIRSTLINE_ROOT = root;
// The builder's own process would stay as long as the desk does.
if (await build((text) => console.log(text))) await (await import('esbuild')).stop();
// A situation starts the same desk, and then plays a day on it.
const isPlayed = process.argv.some((word) => word === '--situation' || word.startsWith('--situation='));
await import(path.join(root, isPlayed ? 'dist/situations/main.js' : 'dist/server/main.js'));
