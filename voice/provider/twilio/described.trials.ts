import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';

type Parameter = { name: string; in: 'path' | 'query'; schema: { type?: string; pattern?: string } };
type Operation = { parameters?: Parameter[]; requestBody?: { content: Record<string, { schema: Schema }> } };
type Schema = { properties: Record<string, { type?: string; $ref?: string }>; required?: string[] };
type Description = { paths: Record<string, Record<string, Operation>>; components: object };

const PLACE = join(process.env.FIRSTLINE_DATA ?? 'no folder', 'twilio', 'twilio_api_v2010.json');

/** Twilio's own description is no part of this repository; `FIRSTLINE_DATA` names the folder where it lies. */
export const isDescribed = existsSync(PLACE);

/** Says what in a request Twilio's description does not know or forbids; strictly, also fields that it does not name. */
export const describedByTwilio = () => {
  const description = JSON.parse(readFileSync(PLACE, 'utf8')) as Description;
  const ajv = new Ajv({ strict: false, coerceTypes: true, validateFormats: false, allErrors: true });
  const known = new Map<Operation, ValidateFunction>();
  const paths = Object.keys(description.paths).map((path) => ({ path, match: new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+?)')}$`) }))
    // A literal path goes before one with a placeholder in its place.
    .sort((one, other) => one.path.split('{').length - other.path.split('{').length);

  const validator = (operation: Operation, schema: Schema) => {
    const made = known.get(operation) ?? ajv.compile({ ...schema, additionalProperties: false, components: description.components });
    known.set(operation, made);
    return made;
  };

  return (method: string, address: string, body?: string): string[] => {
    const url = new URL(address);
    const found = paths.map(({ path, match }) => ({ path, match: match.exec(url.pathname) })).find(({ path, match }) => match && description.paths[path]![method.toLowerCase()]);
    const operation = found && description.paths[found.path]![method.toLowerCase()];
    if (!operation) return [`${method} ${url.pathname} is not described.`];
    const parameters = operation.parameters ?? [];
    const faults = [...url.searchParams.keys()].filter((name) => !parameters.some((own) => own.in === 'query' && own.name === name)).map((name) => `${name} is no field of the address.`);
    for (const { name, in: place, schema } of parameters) {
      const value = place === 'path' ? decodeURIComponent(found.match?.groups?.[name] ?? '') : url.searchParams.get(name);
      if (value !== null && schema.pattern && !new RegExp(schema.pattern).test(value)) faults.push(`${name} is ${value}.`);
    }
    const schema = operation.requestBody?.content['application/x-www-form-urlencoded']?.schema;
    if (!schema) return body ? [...faults, `${method} ${url.pathname} takes no fields.`] : faults;
    const fields: Record<string, string | string[]> = {};
    for (const [name, value] of new URLSearchParams(body)) {
      const isList = schema.properties[name]?.type === 'array';
      fields[name] = isList ? [...((fields[name] as string[] | undefined) ?? []), value] : value;
    }
    const isRight = validator(operation, schema);
    return isRight(fields) ? faults : [...faults, ...(isRight.errors ?? []).map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`)];
  };
};
