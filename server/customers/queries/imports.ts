import { customerQueries } from '@firstline/contract/customers.ts';
import type { CustomerImport } from '@firstline/domain/customers/customer-import.ts';
import { prepared } from '../../platform/prepared.ts';
import { query } from '../../platform/query.ts';
import { fromRow } from '../../platform/store.ts';
import { customerImportStore } from '../stores.ts';

export const imports = query({
  spec: customerQueries.imports,
  answer: async (desk) => {
    const { rows } = await desk.pool.query<Record<string, unknown>>(prepared('select * from customer_imports order by started_at desc, id limit 20', []));
    return { imports: rows.map((row) => fromRow<CustomerImport>(customerImportStore, row)) };
  },
});
