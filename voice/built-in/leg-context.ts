import { AsyncLocalStorage } from 'node:async_hooks';

/** Whose sockets and timers these are: what breaks in them, also much later, ends that leg alone. */
export const legContext = new AsyncLocalStorage<string>();
