import type { Book, BookedLeg } from './book.ts';
import type { askedOnce } from './asked-once.ts';
import type { Originate, Supervise, VoiceAnswer, VoiceRefusal } from './provider.ts';

type Means = {
  book: Book;
  once: ReturnType<typeof askedOnce>;
  dial: (wish: Originate, how: Supervise) => Promise<VoiceAnswer<{ leg: string }>>;
  /** The supervisor is there already: asks the provider for the new mode. */
  change?: (leg: BookedLeg, how: Supervise) => Promise<VoiceRefusal | undefined>;
  /** Mode and target stand in the book. */
  changed?: (leg: BookedLeg) => Promise<void>;
};

/** A supervisor comes into a conference once; asked again, their leg changes its mode. */
export const supervising = ({ book, once, dial, change, changed }: Means) => async (how: Supervise): Promise<VoiceAnswer<{ leg: string }>> => {
  const { conference, supervisor, target, mode, idempotencyKey } = how;
  if (book.legs.get(target)?.conference !== conference) return { refused: 'unknown-leg' };
  const there = book.inConference(conference).find(({ role, endpoint }) => role === 'supervisor' && JSON.stringify(endpoint) === JSON.stringify(supervisor));
  const wish: Originate = { conference, to: supervisor, from: '', role: 'supervisor', ringSeconds: 60, idempotencyKey };
  const begun = there ? { leg: there.leg } : await once(idempotencyKey, { ...wish, target, mode }, () => dial(wish, how));
  const leg = begun.refused ? undefined : book.legs.get(begun.leg);
  if (!leg) return begun;
  const refused = there && (await change?.(leg, how));
  if (refused) return { refused };
  book.supervises(leg, { target, mode });
  await changed?.(leg);
  return begun;
};
