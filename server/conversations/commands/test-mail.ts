import { conversations } from '@firstline/contract/conversations.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import { mailTestStore } from '../stores.ts';

/** Asks for a mail that says whether mail leaves this desk. What came of it is said by `settleTest`. */
export const testMail = command({
  spec: conversations.testMail,
  facts: () => Promise.resolve({}),
  rules: [],
  decide: (_, { input, newId }) => [{ type: 'mailTest.asked' as const, testId: newId(), personal: { to: input.to.trim() } }],
});

export const settleTest = command({
  spec: conversations.settleTest,
  facts: async (read, { input }) => (await read.take(mailTestStore, input.testId)) ?? NOT_THERE,
  rules: [],
  decide: ({ id: testId, state }, { input: { outcome, cause } }) =>
    state === 'asked' ? [{ type: 'mailTest.settled' as const, testId, outcome, ...(cause && { cause }) }] : [],
});
