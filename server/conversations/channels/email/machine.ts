import type { Machine } from '@firstline/domain/conversations/message.ts';
import type { Email } from 'postal-mime';

/** Which kind of machine wrote a mail; nothing when a person did, or when nobody can tell. */
export const machineOf = (email: Pick<Email, 'headers' | 'from' | 'subject' | 'attachments'> | undefined): Machine | undefined => {
  if (!email) return undefined;
  const said = (key: string): string => email.headers.find((header) => header.key === key)?.value.trim().toLowerCase() ?? '';
  const report = said('content-type').match(/report-type\s*=\s*"?([a-z-]+)/)?.[1];
  if (report === 'feedback-report' || hasPart(email, 'message/feedback-report')) return 'feedback-report';
  if (report === 'disposition-notification') return 'auto-reply';
  const isOfMailer = MAILER.test(localPart(email.from?.address)) || MAILER.test(said('from'));
  if (report === 'delivery-status' || hasPart(email, 'message/delivery-status')) return 'bounce';
  if (said('x-failed-recipients') !== '') return 'bounce';
  const subject = email.subject ?? '';
  if (isOfMailer || (RETURNED.test(subject) && said('in-reply-to') === '' && !/^\s*(?:re|aw|sv|antw?)\s*:/i.test(subject))) return isOfMailer || said('return-path') === '<>' || said('auto-submitted') !== '' ? 'bounce' : undefined;
  if (said('list-id') !== '' || /^(?:bulk|list)\b/.test(said('precedence')) || said('list-unsubscribe') !== '') return 'list';
  const submitted = said('auto-submitted');
  const answers = submitted.startsWith('auto-replied') || said('x-autoreply') !== '' || said('x-autorespond') !== '' || said('precedence').startsWith('auto_reply');
  return answers || AWAY.test(subject) ? 'auto-reply' : undefined;
};

const hasPart = ({ attachments }: Pick<Email, 'attachments'>, type: string): boolean => attachments.some(({ mimeType }) => mimeType?.toLowerCase() === type);
const localPart = (address = ''): string => address.slice(0, Math.max(0, address.lastIndexOf('@'))) || address;

const MAILER = /(?:^|[\s"<._-])(?:mailer-?daemon|mail[ -]?delivery|postmaster|mail[._-]?(?:admin|robot|er)?daemon|mdaemon|root_mailer|mail-?delivery-?sub-?system)/i;
const RETURNED =
  /undeliver|returned (?:mail|e-?mail)|return(?:ed)? to sender|deliver(?:y|ing) (?:status|fail|problem|error|report|has failed|notification)|fail(?:ed|ure) (?:notice|notification|to deliver)|mail (?:delivery|system error|error)|could not (?:be )?(?:send|sent|deliver)|not delivered|nicht zugestellt|unzustellbar|non remis|no se ha podido entregar/i;
const AWAY = /^\s*(?:auto(?:matic|mated)?[ -]?(?:reply|response|antwort)|autoreply|out of (?:the )?office|abwesen|r[eé]ponse automatique|respuesta autom)/i;
