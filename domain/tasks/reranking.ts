import type { Recorded } from '../event.ts';

/** Open tasks on their way to the places that changed ranks give them: one run at a time, the newest. */
export type Reranking = {
  id: 'ranks';
  version: number;
  /** The settings it is for: a later version of them begins anew. */
  houseVersion: number;
  /** Open tasks when it began. */
  total: number;
  done: number;
  /** The thread up to which it has come. */
  upTo: string;
  startedAt: string;
  finishedAt?: string;
};

export type RerankingEvent =
  | { type: 'reranking.started'; rerankingId: 'ranks'; houseVersion: number; total: number }
  | { type: 'reranking.advanced'; rerankingId: 'ranks'; done: number; upTo: string; finished?: true };

/** A task stands elsewhere because the house ranks its kind, or how critical it is, otherwise. */
export type RankEvent = { type: 'task.reranked'; taskId: string; queueId: string; rank: number };

/** The only place where a run changes. */
export const evolveReranking = (known: Reranking | undefined, event: Recorded<RerankingEvent>): Reranking =>
  event.type === 'reranking.started'
    ? { id: 'ranks', version: event.version, houseVersion: event.houseVersion, total: event.total, done: 0, upTo: '', startedAt: event.at }
    : { ...(known as Reranking), version: event.version, done: event.done, upTo: event.upTo, ...(event.finished && { finishedAt: event.at }) };
