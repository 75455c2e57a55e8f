import { sendTest } from './channels/email/send-test.ts';
import { mailIsAcknowledged } from './channels/email/acknowledging.ts';
import { sendMail } from './channels/email/send.ts';
import { acknowledge } from './commands/acknowledge.ts';
import { receiveMessage } from './commands/receive-message.ts';
import { settleTest, testMail } from './commands/test-mail.ts';
import { mailSetup } from './queries/mail-setup.ts';
import { settleMessage } from './commands/settle-message.ts';
import { sweepsHourly } from './files/sweep-files.ts';
import { attemptStore, conversationStore, mailTestStore, messageStore } from './stores.ts';

export { openSmtp } from './channels/email/receive.ts';
export { postNotice } from './channels/email/post-notice.ts';
export { useMailServer, usePost } from './channels/email/way.ts';
export { openHtmlDoor } from './html/door.ts';
export { openFileDoors } from './files/doors.ts';
export { sendableFiles } from './files/find-files.ts';
export { startSweeping } from './files/sweep-files.ts';
export { useObjects } from './files/folder.ts';
export { attemptEvent, attemptsOf, contactFacts } from './attempts.ts';
export { firstContactOf, lastContact, mailsSince } from './last-contact.ts';
export { messagesOf } from './messages.ts';
export { queueMessage, type Sending } from './queue-message.ts';
export { newToken } from './rfc-id.ts';
export { conversationStore } from './stores.ts';
export { lettersOf, turnsOf } from './thread-facts.ts';

/** What this subject brings to the desk. */
export const conversationParts = {
  stores: [conversationStore, messageStore, attemptStore, mailTestStore],
  commands: [receiveMessage, acknowledge, settleMessage, testMail, settleTest],
  queries: [mailSetup],
  reactions: [sendMail, mailIsAcknowledged, sendTest, sweepsHourly],
};
