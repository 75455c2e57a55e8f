import { Ajv, type ValidateFunction } from 'ajv';

type Field = { type: string; enum?: string[]; minLength?: number };
const text: Field = { type: 'string', minLength: 1 };
const number: Field = { type: 'integer' };
const one = (...values: string[]): Field => ({ type: 'string', enum: values });

/** The operations of ARI that we use: what each may be asked, and (marked by `!`) must. */
const OPERATIONS: Record<string, Record<string, Field>> = {
  'GET /channels': {},
  'POST /channels/{id}': { 'endpoint!': text, app: text, appArgs: text, callerId: { type: 'string' }, timeout: number, originator: text },
  'DELETE /channels/{id}': { reason: one('normal', 'busy', 'congestion', 'no_answer', 'timeout', 'rejected', 'unallocated') },
  'POST /channels/{id}/answer': {},
  'POST /channels/{id}/ring': {},
  'POST /channels/{id}/mute': { direction: one('both', 'in', 'out') },
  'DELETE /channels/{id}/mute': { direction: one('both', 'in', 'out') },
  'POST /channels/{id}/moh': { mohClass: text },
  'DELETE /channels/{id}/moh': {},
  'POST /channels/{id}/dtmf': { dtmf: text, before: number, between: number, duration: number, after: number },
  'POST /channels/{id}/play/{id}': { 'media!': text, lang: text },
  'POST /channels/{id}/snoop/{id}': { spy: one('none', 'both', 'out', 'in'), whisper: one('none', 'both', 'out', 'in'), 'app!': text, appArgs: text },
  'GET /channels/{id}/variable': { 'variable!': text },
  'POST /channels/{id}/variable': { 'variable!': text, value: text },
  'POST /bridges/{id}': { type: text, name: text },
  'DELETE /bridges/{id}': {},
  'POST /bridges/{id}/addChannel': { 'channel!': text, role: text },
  'POST /bridges/{id}/removeChannel': { 'channel!': text },
  'POST /bridges/{id}/play/{id}': { 'media!': text, lang: text },
  'POST /bridges/{id}/record': { 'name!': text, 'format!': text, ifExists: one('fail', 'overwrite', 'append'), maxDurationSeconds: number },
  'POST /recordings/live/{id}/pause': {},
  'DELETE /recordings/live/{id}/pause': {},
  'POST /recordings/live/{id}/stop': {},
};

const ajv = new Ajv({ coerceTypes: true, allErrors: true });

const made = Object.entries(OPERATIONS).map(([operation, fields]) => {
  const [method = '', path = ''] = operation.split(' ');
  const properties = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name.replace('!', ''), field]));
  const required = Object.keys(fields).filter((name) => name.endsWith('!')).map((name) => name.slice(0, -1));
  const isRight: ValidateFunction = ajv.compile({ type: 'object', properties, required, additionalProperties: false });
  return { method, match: new RegExp(`^${path.replaceAll('{id}', '[\\w.-]{1,128}')}$`), isRight };
});

/** Says what in a request ARI would not know. */
export const describedByAsterisk = (method: string, path: string, query: URLSearchParams): string[] => {
  const operation = made.find((own) => own.method === method && own.match.test(path));
  if (!operation) return [`${method} ${path} is not described.`];
  return operation.isRight(Object.fromEntries(query)) ? [] : (operation.isRight.errors ?? []).map(({ instancePath, message, params }) => `${method} ${path} ${instancePath} ${message} ${JSON.stringify(params)}`);
};
