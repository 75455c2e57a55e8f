import { openChildren } from './children.ts';
import { startApart } from './network.ts';

const PATIENCE_MS = 110_000;

/** Runs one trial in its own network and gathers what it saw, by name; a trial that hangs is ended. */
export const seenBy = async (script: string, args: readonly string[] = []): Promise<Record<string, unknown>> => {
  const children = openChildren();
  const late = setTimeout(() => void children.endAll(), PATIENCE_MS);
  try {
    const trial = startApart(children, script, args);
    await trial.ended;
    const lines = trial.said().split('\n').filter((line) => line.startsWith('{"name":'));
    const seen = lines.map((line) => JSON.parse(line) as { name: string; what: unknown });
    return Object.fromEntries([...seen.map(({ name, what }) => [name, what]), ['said', trial.said()]]);
  } finally {
    clearTimeout(late);
    await children.endAll();
  }
};
