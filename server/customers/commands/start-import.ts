import { customers } from '@firstline/contract/customers.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import { customerImportStore } from '../stores.ts';

export const startImport = command({
  spec: customers.startImport,
  facts: async (read, { input }): Promise<{ lines: number; isStarted: boolean } | typeof NOT_THERE> => {
    const isStarted = (await read.take(customerImportStore, input.importId)) !== undefined;
    const rows = await read.rows<{ lines: number }>('select count(*)::int as lines from customer_import_lines where import_id = $1', [input.importId]);
    const lines = rows[0]?.lines ?? 0;
    return lines > 0 || isStarted ? { lines, isStarted } : NOT_THERE;
  },
  rules: [],
  decide: ({ lines, isStarted }, { input }) =>
    isStarted ? [] : [{ type: 'customerImport.started', importId: input.importId, lines, fileName: input.fileName }],
});
