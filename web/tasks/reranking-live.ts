import { evolveReranking, type RerankingEvent } from '@firstline/domain/tasks/reranking.ts';
import type { Recorded } from '@firstline/domain/event.ts';
import type { AnswerOf } from '../platform/doors.ts';
import type { Evolve } from '../platform/live-cache.ts';

/** How far the open tasks are on their way to a new order. */
export const evolveReranks: Evolve<AnswerOf<'tasks.reranking'>, unknown> = (data, { kind, event }) => {
  const version = data.reranking?.version ?? 0;
  if (kind !== 'reranking' || event.version <= version) return { data };
  if (event.version > version + 1) return { data, again: 'now' };
  return { data: { reranking: evolveReranking(data.reranking, event as unknown as Recorded<RerankingEvent>) } };
};
