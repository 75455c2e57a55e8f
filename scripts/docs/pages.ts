import { apiPage } from './api-page.ts';
import { coveragePage } from './coverage-page.ts';
import { promisesPage } from './promises-page.ts';
import { rulesPage } from './rules-page.ts';

/** The pages that are made from the code, by path. */
export const pages = async (): Promise<Record<string, string>> => ({
  'docs/rules.md': rulesPage(),
  'docs/coverage.md': coveragePage(),
  'docs/promises.md': promisesPage(),
  'docs/api.md': await apiPage(),
});
