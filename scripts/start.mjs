// `npm start`: builds what changed, then runs the desk in this very process.
import path from 'node:path';
import { build } from './build.mjs';

const root = path.resolve(import.meta.dirname, '..');
process.env.FIRSTLINE_ROOT = root;
await build((text) => console.log(text));
await import(path.join(root, 'dist/server/main.js'));
