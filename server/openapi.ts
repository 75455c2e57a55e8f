import { EVERY_COMMAND, EVERY_QUERY } from '@firstline/contract/all.ts';
import { hasDoor } from '@firstline/contract/spec.ts';
import { z } from 'zod';

const problemResponse = (says: string) => ({
  description: says,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

const PROBLEMS = {
  400: problemResponse('Something in what was sent is not right.'),
  401: problemResponse('Nobody is signed in.'),
  403: problemResponse('This role may not.'),
  404: problemResponse('Not there, or not for this person to see.'),
};

const COMMAND_PROBLEMS = {
  ...PROBLEMS,
  409: problemResponse('The key was used for something else.'),
  422: problemResponse('A house rule stands against it: `refused` names each with its sentence and level.'),
  503: problemResponse('Busy; try again.'),
};

/** The public API, OpenAPI 3.1, made from the contract. */
export const openApi = () => ({
  openapi: '3.1.0',
  info: {
    title: 'Firstline',
    version: '1',
    description:
      'Everything is asked by one command per request and read by queries. Every command carries an `Idempotency-Key`; asked again with the same key, it answers the first answer. `GET /api/journal` streams what happened, as server-sent events.',
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: '/' }],
  security: [{ session: [] }],
  paths: {
    ...Object.fromEntries(EVERY_COMMAND.filter(hasDoor).map((spec) => [`/api/${spec.name}`, { post: commandPath(spec) }])),
    ...Object.fromEntries(EVERY_QUERY.map((spec) => [`/api/${spec.name}`, { get: queryPath(spec) }])),
    '/api/journal': { get: JOURNAL },
  },
  components: {
    securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'firstline.session_token' } },
    schemas: { Problem: PROBLEM, Event: EVENT, Done: DONE },
  },
});

const schemaOf = (input: z.ZodType): Record<string, unknown> => {
  const { $schema: _, ...schema } = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Record<string, unknown>;
  return schema;
};

const commandPath = (spec: (typeof EVERY_COMMAND)[number]) => ({
  operationId: spec.name,
  summary: spec.says,
  tags: [spec.name.split('.')[0]],
  description: `May be asked by: ${spec.who.join(', ')}.`,
  parameters: [
    { name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', minLength: 8, maxLength: 128 } },
    {
      name: 'Acknowledge',
      in: 'header',
      required: false,
      description: 'Names of rules whose warning is passed knowingly, separated by commas.',
      schema: { type: 'string' },
    },
  ],
  requestBody: { required: true, content: { 'application/json': { schema: schemaOf(spec.input) } } },
  responses: {
    200: { description: 'Done: what happened.', content: { 'application/json': { schema: { $ref: '#/components/schemas/Done' } } } },
    ...COMMAND_PROBLEMS,
  },
});

const queryPath = (spec: (typeof EVERY_QUERY)[number]) => {
  const { properties = {}, required = [] } = schemaOf(spec.input) as {
    properties?: Record<string, unknown>;
    required?: string[];
  };
  return {
    operationId: spec.name,
    summary: spec.says,
    tags: [spec.name.split('.')[0]],
    description: `May be read by: ${spec.who.join(', ')}.`,
    parameters: Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: required.includes(name), schema })),
    responses: { 200: { description: 'What was asked for.', content: { 'application/json': { schema: {} } } }, ...PROBLEMS },
  };
};

const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    issues: {
      type: 'array',
      items: { type: 'object', properties: { path: { type: 'string' }, says: { type: 'string' } } },
    },
    refused: {
      type: 'array',
      items: {
        type: 'object',
        required: ['rule', 'says', 'level'],
        properties: {
          rule: { type: 'string' },
          says: { type: 'string' },
          level: { enum: ['enforced', 'warned'] },
          because: { type: 'string' },
        },
      },
    },
  },
};

const EVENT = {
  type: 'object',
  required: ['type', 'at', 'by', 'version'],
  properties: {
    type: { type: 'string' },
    at: { type: 'string', format: 'date-time' },
    by: { type: 'string' },
    version: { type: 'integer' },
    personal: { type: 'object' },
  },
};

const DONE = {
  type: 'object',
  required: ['done'],
  properties: { done: { type: 'array', items: { $ref: '#/components/schemas/Event' } } },
};

const JOURNAL = {
  operationId: 'journal',
  summary: 'What happens, as it happens, in one’s queues and in what one has open.',
  parameters: [
    { name: 'after', in: 'query', required: false, schema: { type: 'integer' }, description: 'Events behind this number.' },
    { name: 'open', in: 'query', required: false, schema: { type: 'string' }, description: 'Ids of open tasks, separated by commas.' },
    { name: 'Last-Event-ID', in: 'header', required: false, schema: { type: 'integer' } },
  ],
  responses: {
    200: { description: 'Server-sent events.', content: { 'text/event-stream': { schema: { type: 'string' } } } },
    ...PROBLEMS,
  },
};
