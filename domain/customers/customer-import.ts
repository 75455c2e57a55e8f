import type { Recorded } from '../event.ts';

/** Customers from a file, on their way into the desk. Each line is brought in once, however often the way there breaks. */
export type CustomerImport = {
  id: string;
  version: number;
  fileName: string;
  startedBy: string;
  startedAt: string;
  lines: number;
  /** Lines that are through, those of customers who were known already included. */
  done: number;
  known: number;
  finishedAt?: string;
};

export type CustomerImportEvent =
  | { type: 'customerImport.started'; importId: string; lines: number; fileName: string }
  | { type: 'customerImport.advanced'; importId: string; done: number; known: number }
  | { type: 'customerImport.finished'; importId: string };

/** The only place where an import changes. */
export const evolveCustomerImport = (known: CustomerImport | undefined, event: Recorded<CustomerImportEvent>): CustomerImport => {
  if (event.type === 'customerImport.started')
    return { id: event.importId, version: event.version, fileName: event.fileName, startedBy: event.by, startedAt: event.at, lines: event.lines, done: 0, known: 0 };
  const now = { ...(known as CustomerImport), version: event.version };
  if (event.type === 'customerImport.finished') return { ...now, finishedAt: event.at };
  return { ...now, done: event.done, known: event.known };
};
