import { addDetail } from './commands/add-detail.ts';
import { importLines } from './commands/import-lines.ts';
import { mergeCustomers } from './commands/merge-customers.ts';
import { removeDetail } from './commands/remove-detail.ts';
import { renameCustomer } from './commands/rename-customer.ts';
import { setAddress } from './commands/set-address.ts';
import { setPreference } from './commands/set-preference.ts';
import { startImport } from './commands/start-import.ts';
import { takeTrail } from './commands/take-trail.ts';
import { unmergeCustomers } from './commands/unmerge-customers.ts';
import { importsRun } from './import/import-runs.ts';
import { find } from './queries/find.ts';
import { imports } from './queries/imports.ts';
import { openings } from './queries/openings.ts';
import { record } from './queries/record.ts';
import { customerImportStore, customerStore } from './stores.ts';

export { currentCustomer, idsOf } from './current-customer.ts';
export { takeTrail } from './commands/take-trail.ts';
export { openImportDoor } from './import/door.ts';
export { noteOpening } from './openings.ts';
export { customerStore } from './stores.ts';
export { whoHas } from './who-has.ts';

/** What this subject brings to the desk. */
export const customerParts = {
  stores: [customerStore, customerImportStore],
  commands: [renameCustomer, addDetail, removeDetail, setPreference, setAddress, mergeCustomers, unmergeCustomers, takeTrail, startImport, importLines],
  queries: [find, record, openings, imports],
  reactions: [importsRun],
};
