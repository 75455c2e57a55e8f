import { capture } from '../capture.ts';
import { filesUnder, isSource } from '../sources.ts';
import type { Part } from './part.ts';

type Cruise = {
  modules: { source: string }[];
  summary: { violations: { from: string; to: string; rule: { name: string } }[] };
};

/** Who may import whom (`.dependency-cruiser.cjs`), and that the checker saw every file there is. */
export const imports: Part = {
  name: 'imports',
  find: async () => {
    const files = filesUnder().filter(isSource);
    const roots = [...new Set(files.map((path) => path.split('/')[0] ?? path))];
    const { said, complained } = await capture('node_modules/.bin/depcruise', [
      '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...roots,
    ]);
    if (!said.startsWith('{')) return [`${said}${complained}`.trim()];

    const { modules, summary } = JSON.parse(said) as Cruise;
    const seen = new Set(modules.map(({ source }) => source));
    const unseen = files.filter((path) => !seen.has(path));
    return [
      ...(unseen.length > 0
        ? [`The import checker saw ${files.length - unseen.length} of ${files.length} files. Not seen: ${unseen.slice(0, 5).join(', ')} …`]
        : []),
      ...summary.violations.map(({ from, to, rule }) => `${from} → ${to}: ${rule.name}`),
    ];
  },
};
