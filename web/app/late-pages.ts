import { latePage } from './late-page.tsx';

/** What to do when something goes wrong: it must be here before it does. */
export const helpPage = latePage(async () => (await import('./help.tsx')).Help);

export const settingsPages = {
  people: latePage(async () => (await import('../desk/people-page.tsx')).PeoplePage),
  queues: latePage(async () => (await import('../desk/queues-page.tsx')).QueuesPage),
  mail: latePage(async () => (await import('./mail-page.tsx')).MailPage),
  lists: latePage(async () => (await import('../desk/lists-page.tsx')).ListsPage),
  rules: latePage(async () => (await import('../desk/rules-page.tsx')).RulesPage),
  tokens: latePage(async () => (await import('../desk/tokens-page.tsx')).TokensPage),
  imports: latePage(async () => (await import('../customers/import-page.tsx')).ImportPage),
  journal: latePage(async () => (await import('../desk/journal-page.tsx')).JournalPage),
};
