import type { Workspace } from '@firstline/contract/tasks.ts';
import { contactFactsOf, type ContactFacts } from '@firstline/domain/conversations/contact-facts.ts';

/** What was tried and said on a task, as the desk itself finds it. */
export const contactFacts = ({ messages, attempts }: Pick<Workspace, 'messages' | 'attempts'>): ContactFacts =>
  contactFactsOf([
    ...messages.filter(({ direction }) => direction === 'in').map(({ at, state }) => ({ at, ours: false, result: state })),
    ...attempts.map(({ at, result }) => ({ at, ours: true, result })),
  ]);
