import type { Recorded } from '../event.ts';

/** What is known of a new task, for whoever may take it. */
export type NewTask = { customerName: string; phone?: string; address?: string; service: string; summary: string };

export const NEW_TASK = 'A new task requires attention';

/** The same words on the screen and in a mail. What is not known is left out. */
export const noticeLines = ({ customerName, phone, address, service, summary }: NewTask): [string, string][] =>
  (
    [
      ['Customer', customerName],
      ['Phone', phone],
      ['Address', address],
      ['Service', service],
      ['Summary', summary],
    ] as [string, string | undefined][]
  ).filter((line): line is [string, string] => Boolean(line[1]?.trim()));

/** A mail that tells one person of one task. */
export type Notice = { id: string; version: number; personId: string; taskId: string; state: 'queued' | NoticeOutcome; cause?: string; at: string };

/** `called-off`: somebody had the task before the mail went. */
export type NoticeOutcome = 'sent' | 'failed' | 'unknown' | 'called-off';

export type NoticeEvent =
  | { type: 'notice.queued'; noticeId: string; personId: string; taskId: string; personal: { to: string; task: NewTask } }
  | { type: 'notice.settled'; noticeId: string; outcome: NoticeOutcome; cause?: string };

/** The only place where a notice changes. */
export const evolveNotice = (notice: Notice | undefined, event: Recorded<NoticeEvent>): Notice =>
  event.type === 'notice.queued'
    ? { id: event.noticeId, version: event.version, personId: event.personId, taskId: event.taskId, state: 'queued', at: event.at }
    : { ...(notice as Notice), version: event.version, state: event.outcome, cause: event.cause };
