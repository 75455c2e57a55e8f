import type { CommandSpec } from '@firstline/contract/spec.ts';
import { doors } from '../doors.ts';
import { MADE, table } from './table.ts';

/** All doors of the desk on one page. */
export const apiPage = async (): Promise<string> => {
  const { commands, queries } = await doors();
  return [
    MADE,
    '# API',
    'Everything that changes is a command: `POST /api/<name>` with its input as JSON and an `Idempotency-Key` of your own. `Acknowledge: rule-name` passes a warning knowingly. Everything that is read is a query: `GET /api/<name>?…`. `GET /api/journal` is the stream of what happens. The shapes stand in `GET /api/openapi.json`.',
    '| Status | Meaning |\n| --- | --- |\n| 200 | done: `{ done: [events] }`, or the answer of a query |\n| 400 | the input has another shape |\n| 401, 403, 404 | not signed in, not allowed, not there |\n| 409 | the key was used for something else, or too many ask at once |\n| 422 | a house rule stands in the way: `{ refused: [{ rule, says, level }] }` |',
    'Other errors are problem documents (RFC 9457).',
    '## Commands',
    listOf('POST', commands),
    '## Queries',
    listOf('GET', queries),
  ].join('\n\n') + '\n';
};

const listOf = (verb: string, specs: Pick<CommandSpec, 'name' | 'who' | 'says'>[]): string =>
  table(
    ['Door', 'What it does', 'Who may'],
    specs.map(({ name, who, says }) => [`\`${verb} /api/${name}\``, says, who.join(', ')]),
  );
