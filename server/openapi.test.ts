import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { EVERY_COMMAND, EVERY_QUERY } from '@firstline/contract/all.ts';
import { hasDoor } from '@firstline/contract/spec.ts';
import { openApi } from './openapi.ts';

/** The document as a client reads it: plain JSON. */
const asRead = (document: object) => JSON.parse(JSON.stringify(document)) as Record<string, unknown>;

test('the API document is valid OpenAPI 3.1 to a validator that is not ours', async () => {
  const result = await new Validator().validate(asRead(openApi()));
  expect(result.errors ?? []).toEqual([]);
  expect(result.valid).toBe(true);
});

test('the validator sees: a document with a fault does not pass', async () => {
  const broken = { ...openApi(), info: { title: 'no version' } };
  expect((await new Validator().validate(asRead(broken))).valid).toBe(false);
});

test('every door is described, and no other', () => {
  const described = Object.keys(openApi().paths).sort();
  const doors = [...EVERY_COMMAND.filter(hasDoor), ...EVERY_QUERY].map(({ name }) => `/api/${name}`);
  expect(described).toEqual([...doors, '/api/journal'].sort());
});
