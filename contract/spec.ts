import { ROLES, type Role, type Voice } from '@firstline/domain/desk/role.ts';
import { z } from 'zod';

export type Who = Role | Voice;

/** One thing that may be asked: who may, and in which shape. It is the door `POST /api/<name>`. */
export type CommandSpec<Input = unknown> = {
  name: `${string}.${string}`;
  /** What it does, for the API page. */
  says: string;
  who: readonly Who[];
  input: z.ZodType<Input>;
};

/** One thing that may be read. It is the door `GET /api/<name>`. */
export type QuerySpec<Input = unknown, Answer = unknown> = {
  name: `${string}.${string}`;
  says: string;
  who: readonly Who[];
  input: z.ZodType<Input>;
  answer: z.ZodType<Answer>;
};

export const commandSpec = <Shape extends z.ZodRawShape>(
  name: CommandSpec['name'],
  who: readonly Who[],
  says: string,
  shape: Shape,
) => ({ name, who, says, input: z.strictObject(shape) });

export const querySpec = <Shape extends z.ZodRawShape, Answer>(
  name: QuerySpec['name'],
  who: readonly Who[],
  says: string,
  shape: Shape,
  answer: z.ZodType<Answer>,
) => ({ name, who, says, input: z.strictObject(shape), answer });

/** Commands that only the machinery asks have no door. */
export const hasDoor = (spec: Pick<CommandSpec, 'who'>): boolean =>
  spec.who.some((who) => who !== 'system' && who !== 'clock' && who !== 'customer');

export const id = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'This is no id.');
/** For a door that is written by hand: what is no id is not there. */
export const isId = (given: unknown): given is string => id.safeParse(given).success;
/** A line of text: no line breaks, no control characters, no halves of characters. */
export const line = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[^\p{Cc}\p{Cs}\u2028\u2029]*$/u, 'Use one line without control characters.');
/** Text over many lines. NUL and halves of characters cannot be stored, so they are refused. */
export const text = (max: number) =>
  z
    .string()
    .max(max)
    .refine((value) => !/[\0\p{Cs}]/u.test(value), 'The text has a character that cannot be stored.');
/** A moment in whatever zone it is said. Outside the years of four digits the database does not take it, and texts do not compare. */
export const moment = z.iso.datetime({ offset: true }).refine((at) => Date.parse(at) >= FIRST_MOMENT && Date.parse(at) <= LAST_MOMENT, 'This lies too far away.');
const FIRST_MOMENT = Date.parse('0001-01-01T00:00:00Z');
const LAST_MOMENT = Date.parse('9999-12-31T23:59:59.999Z');
export const EVERYBODY: readonly Role[] = ROLES;
/** People who work on tasks. */
export const WORKERS: readonly Role[] = ['agent', 'supervisor', 'manager', 'account-team', 'back-office', 'dispatcher'];
/** People who lead others. */
export const LEADERS: readonly Role[] = ['supervisor', 'manager'];
