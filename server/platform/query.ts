import type { QuerySpec } from '@firstline/contract/spec.ts';
import type { Actor } from '@firstline/domain/desk/role.ts';
import type { z } from 'zod';
import type { NOT_THERE } from './command.ts';
import type { Desk, Query } from './desk.ts';

/** Types a query by its shape in the contract. */
export const query = <Shape extends z.ZodType, Answer>(of: {
  spec: Omit<QuerySpec, 'input' | 'answer'> & { input: Shape; answer: z.ZodType<Answer> };
  answer: (desk: Desk, input: z.infer<Shape>, by: Actor) => Promise<Answer | typeof NOT_THERE>;
}): Query<z.infer<Shape>, Answer> => of as unknown as Query<z.infer<Shape>, Answer>;
