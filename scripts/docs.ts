import { writeFileSync } from 'node:fs';
import { pages } from './docs/pages.ts';

for (const [path, text] of Object.entries(await pages())) {
  writeFileSync(path, text);
  console.log(path);
}
