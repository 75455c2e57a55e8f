import { expect, test } from 'vitest';
import { listSaid } from './list-words.ts';

const before = [
  { id: 'a', label: 'Complaint', rank: 10 },
  { id: 'b', label: 'Inquiry', rank: 30 },
  { id: 'c', label: 'Other', rank: 40, retired: true },
];
const said = (after: { id: string; label: string; [field: string]: unknown }[]) => listSaid(before, after as typeof before, (field) => field);

test.each([
  ['an entry that came', [...before, { id: 'd', label: 'Leak', rank: 5 }], 'added: “Leak”'],
  ['one that went', before.slice(1), 'removed: “Complaint”'],
  ['one that is otherwise', [{ ...before[0], rank: 5, skills: 'gas' }, ...before.slice(1)], '“Complaint”: rank 10 is now 5, skills (nothing) is now “gas”'],
  ['one that is called otherwise', [{ ...before[0], label: 'Grievance' }, ...before.slice(1)], '“Complaint”: label “Complaint” is now “Grievance”'],
  ['one that is offered no more, and one that is again', [{ ...before[0], retired: true }, before[1], { ...before[2], retired: undefined }], 'retired: “Complaint” · offered again: “Other”'],
  ['another order', [before[1], before[0], before[2]], 'in another order'],
  ['nothing', [{ rank: 10, label: 'Complaint', id: 'a' }, ...before.slice(1)], 'as it was'],
])('R-171 A change of a list is told in plain words: %s', (_, after, words) => expect(said(after as typeof before)).toBe(words));
