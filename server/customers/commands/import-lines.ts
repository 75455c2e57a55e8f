import { customers } from '@firstline/contract/customers.ts';
import type { CustomerDetails } from '@firstline/domain/customers/customer.ts';
import type { CustomerImport } from '@firstline/domain/customers/customer-import.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import { keysOf, metAlready } from '../import/met-already.ts';
import { customerImportStore } from '../stores.ts';

/** So many customers are written in one go. */
const AT_ONCE = 100;

type Line = { line: number; details: CustomerDetails };
type Facts = { known: CustomerImport; lines: Line[]; met: Set<string> };

export const importLines = command({
  spec: customers.importLines,
  facts: async (read, { input }): Promise<Facts | typeof NOT_THERE> => {
    const known = await read.take(customerImportStore, input.importId);
    if (!known) return NOT_THERE;
    const lines = await read.rows<Line>(
      'select line, details from customer_import_lines where import_id = $1 order by line offset $2 limit $3',
      [input.importId, known.done, AT_ONCE],
    );
    return { known, lines, met: await metAlready(read, lines) };
  },
  rules: [],
  decide: ({ known, lines, met }, { newId, input: { importId } }) => {
    const fresh = lines.filter(({ details }) => keysOf(details).every((key) => !met.has(key)));
    const done = known.done + lines.length;
    const events = [
      ...fresh.map(({ line, details }) => ({ type: 'customer.imported', customerId: newId(), importId, line, personal: details }) as const),
      { type: 'customerImport.advanced', importId, done, known: known.known + lines.length - fresh.length } as const,
      ...(done >= known.lines ? [{ type: 'customerImport.finished', importId } as const] : []),
    ];
    return known.finishedAt ? [] : events;
  },
});
