import { conversationQueries } from '@firstline/contract/conversations.ts';
import type { MailTest } from '@firstline/domain/conversations/mail-test.ts';
import { query } from '../../platform/query.ts';
import { prepared } from '../../platform/prepared.ts';
import { fromRow } from '../../platform/store.ts';
import { mailWay } from '../channels/email/way.ts';
import { mailTestStore } from '../stores.ts';

/** How mail comes in and leaves, as the settings have it, and what came of the last test. Never a password. */
export const mailSetup = query({
  spec: conversationQueries.mailSetup,
  answer: async (desk) => {
    const { config } = mailWay(desk);
    const { rows } = await desk.pool.query<Record<string, unknown>>(prepared('select * from mail_tests order by at desc limit 1', []));
    const server = config?.mailUrl ? new URL(config.mailUrl) : undefined;
    return {
      ...(server && { sendsBy: { host: server.host, secure: server.protocol === 'smtps:', signsIn: server.username !== '' } }),
      from: config?.mailFrom ?? '',
      smtpPort: config?.smtpPort ?? 0,
      ...(config?.mailTrustedRelay && { trustedRelay: config.mailTrustedRelay }),
      ...(rows[0] && { lastTest: fromRow<MailTest>(mailTestStore, rows[0]) }),
    };
  },
});
