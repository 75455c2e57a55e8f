import type { Recorded } from '@firstline/domain/event.ts';
import { voice } from '@firstline/domain/desk/role.ts';
import type { CustomerImportEvent } from '@firstline/domain/customers/customer-import.ts';
import { on } from '../../platform/reaction.ts';
import { importLines } from '../commands/import-lines.ts';

type Started = Recorded<Extract<CustomerImportEvent, { type: 'customerImport.started' }>>;

/** An import goes on by itself, some lines at a time, until it is through; after a crash it goes on where it was. */
export const importsRun = on<Started>('customerImport.started', 'customers.import', async ({ importId, lines }, desk, job) => {
  for (let step = 0; step <= lines; step++) {
    const outcome = await desk.run(importLines, { importId }, voice('system'), { commandId: `${job.commandId}:${step}` });
    if (outcome.status !== 200) throw new Error(`Lines of an import were answered ${outcome.status}.`);
    if (outcome.done.length === 0 || outcome.done.some(({ type }) => type === 'customerImport.finished')) return;
  }
});
