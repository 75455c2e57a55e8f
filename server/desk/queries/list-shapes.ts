import { deskQueries } from '@firstline/contract/desk.ts';
import { listSchemas } from '@firstline/contract/lists.ts';
import { z } from 'zod';
import { query } from '../../platform/query.ts';

/** The page that edits lists draws its fields from these; the same shapes judge what it sends. */
const shapes = Object.fromEntries(
  Object.entries(listSchemas).map(([name, schema]) => [name, z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })]),
);

export const listShapes = query({ spec: deskQueries.listShapes, answer: () => Promise.resolve({ shapes }) });
