import type { CustomerImport } from '@firstline/domain/customers/customer-import.ts';
import { expect, test } from 'vitest';
import { evolveImports } from './customers-live.ts';

const entry = (version: number, event: Record<string, unknown>) => ({ seq: version, kind: 'customerImport', id: 'i1', event: { at: '2026-03-02T09:00:00Z', by: 'lea', version, importId: 'i1', ...event } as never });

test('An import that starts appears, goes on and ends on the screen; a step that was missed is asked for', () => {
  const none: { imports: CustomerImport[] } = { imports: [] };
  const started = evolveImports(none, entry(1, { type: 'customerImport.started', lines: 200, fileName: 'a.csv' }), {}).data;
  const half = evolveImports(started, entry(2, { type: 'customerImport.advanced', done: 100, known: 3 }), {}).data;
  expect(half.imports).toMatchObject([{ fileName: 'a.csv', done: 100, known: 3 }]);
  expect(evolveImports(half, entry(2, { type: 'customerImport.advanced', done: 100, known: 3 }), {}).data).toBe(half);
  expect(evolveImports(half, entry(4, { type: 'customerImport.finished' }), {}).again).toBe('now');
  expect(evolveImports(half, entry(3, { type: 'customerImport.finished' }), {}).data.imports[0]?.finishedAt).toBe('2026-03-02T09:00:00Z');
});
