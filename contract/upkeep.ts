import type { Reranking } from '@firstline/domain/tasks/reranking.ts';
import { z } from 'zod';
import { commandSpec, id, LEADERS, querySpec } from './spec.ts';

/** What the desk asks of itself, so that open tasks follow what changed around them. */
export const upkeep = {
  rerank: commandSpec('tasks.rerank', ['system'], 'Puts the next open tasks where the ranks of the lists have them now.', {
    houseVersion: z.number().int().min(1).describe('The settings that changed the ranks.'),
  }),
  nameCustomer: commandSpec('tasks.nameCustomer', ['system'], 'Puts the name that holds now on the open tasks of a customer.', { customerId: id }),
};

export const upkeepQueries = {
  reranking: querySpec('tasks.reranking', [...LEADERS, 'administrator'], 'How far the open tasks are on their way to a new order.', {}, z.custom<{ reranking?: Reranking }>()),
};
