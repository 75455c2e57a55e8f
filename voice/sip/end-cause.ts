/** Why a leg of the phone network ended; the words of the telephony seam. */
export type PhoneEnd = 'normal' | 'busy' | 'no-answer' | 'rejected' | 'canceled' | 'failed' | 'unreachable' | 'media-lost';

const BY_STATUS: Record<number, PhoneEnd> = {
  401: 'rejected', 403: 'rejected', 404: 'unreachable', 407: 'rejected', 408: 'no-answer', 410: 'unreachable',
  480: 'no-answer', 484: 'unreachable', 485: 'unreachable', 486: 'busy', 487: 'canceled', 600: 'busy',
  603: 'rejected', 604: 'unreachable', 607: 'rejected', 608: 'rejected',
};
/** Q.850, as trunks to the telephone network put it into a Reason header (RFC 3326). */
const BY_Q850: Record<number, PhoneEnd> = {
  1: 'unreachable', 3: 'unreachable', 17: 'busy', 18: 'no-answer', 19: 'no-answer', 20: 'unreachable', 21: 'rejected',
  27: 'unreachable', 28: 'unreachable',
};

/** A 3xx is `failed`: following it would call a number nobody on our side has looked at. */
export const endOfStatus = (status: number, reason?: string): PhoneEnd =>
  (status >= 500 && status < 600 ? ofReason(reason) : undefined) ?? BY_STATUS[status] ?? ofReason(reason) ?? 'failed';

const ofReason = (reason: string | undefined): PhoneEnd | undefined => {
  const cause = /^Q\.850\s*;\s*cause\s*=\s*(\d{1,3})/i.exec(reason ?? '')?.[1];
  return cause === undefined ? undefined : BY_Q850[Number(cause)];
};

/** How a call that we do not take is answered. */
export const STATUS_OF = { busy: [486, 'Busy Here'], rejected: [603, 'Decline'], 'no-answer': [480, 'Temporarily Unavailable'] } as const;
