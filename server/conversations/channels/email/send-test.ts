import type { MailTestEvent } from '@firstline/domain/conversations/mail-test.ts';
import { voice } from '@firstline/domain/desk/role.ts';
import type { Recorded } from '@firstline/domain/event.ts';
import { settleTest } from '../../commands/test-mail.ts';
import { ownRfcId } from '../../rfc-id.ts';
import type { Desk } from '../../../platform/desk.ts';
import { on } from '../../../platform/reaction.ts';
import { causeOf, causes } from './causes.ts';
import { composeOwn } from './compose.ts';
import { mailWay, ownAddress } from './way.ts';

type Asked = Recorded<Extract<MailTestEvent, { type: 'mailTest.asked' }>>;
type Result = { outcome: 'sent' | 'failed' | 'unknown'; cause?: string };

/** One try, and the honest result: whoever tests wants to see the trouble, not to have it tried away. */
export const sendTest = on<Asked>('mailTest.asked', 'conversations.sendTest', async (event, desk, job) => {
  const result: Result = job.attempts > 1 ? { outcome: 'unknown', cause: causes.unknown } : await resultOf(event, desk);
  await desk.run(settleTest, { testId: event.testId, ...result }, voice('system'), { commandId: `${job.commandId}/settle` });
});

const resultOf = async ({ testId, personal: { to }, at }: Asked, desk: Desk): Promise<Result> => {
  const { post } = mailWay(desk);
  if (!post) return { outcome: 'failed', cause: causes.notSetUp };
  const from = ownAddress(desk);
  const raw = await composeOwn({
    from,
    to,
    subject: 'Firstline: a test mail',
    text: 'When you read this, mail leaves this desk.\n\nNobody needs to answer.',
    rfcId: ownRfcId(testId, 'test', from),
    at,
  });
  const posted = await post({ from, to, raw }, () => Promise.resolve(true));
  if (posted.went === 'taken') return { outcome: 'sent' };
  if (posted.went === 'unknown') return { outcome: 'unknown', cause: causes.unknown };
  return { outcome: 'failed', cause: 'says' in posted ? causeOf(posted, true).slice(0, 500) : causes.unknown };
};
