import type { QuerySpec } from '@firstline/contract/spec.ts';
import type { Actor } from '@firstline/domain/desk/role.ts';
import type { z } from 'zod';
import type { NOT_THERE } from './command.ts';
import type { Desk } from './desk.ts';

/** What somebody may read. It changes nothing. */
export type Query<Input = unknown, Answer = unknown> = {
  spec: QuerySpec<Input, Answer>;
  answer: (desk: Desk, input: Input, by: Actor) => Promise<Answer | typeof NOT_THERE>;
};

// oxlint-disable-next-line typescript/no-explicit-any
export type AnyQuery = Query<any, any>;

export const query = <Shape extends z.ZodType, Answer>(of: {
  spec: Omit<QuerySpec, 'input' | 'answer'> & { input: Shape; answer: z.ZodType<Answer> };
  answer: (desk: Desk, input: z.infer<Shape>, by: Actor) => Promise<Answer | typeof NOT_THERE>;
}): Query<z.infer<Shape>, Answer> => of as unknown as Query<z.infer<Shape>, Answer>;
