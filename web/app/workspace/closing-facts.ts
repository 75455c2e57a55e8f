import type { Workspace } from '@firstline/contract/tasks.ts';

/** The last word in either direction, as the desk itself finds it. */
export const lastContactAt = ({ messages, attempts }: Pick<Workspace, 'messages' | 'attempts'>): string | undefined =>
  [...messages, ...attempts].map(({ at }) => at).reduce<string | undefined>((last, at) => (!last || at > last ? at : last), undefined);
