import type { VoiceAnswer } from './provider.ts';

const MOST_KEPT = 5000;

/** A wish asked twice with one key is done once and answered the same; a key with another wish is refused. */
export const askedOnce = () => {
  const known = new Map<string, { wish: string; answer: Promise<VoiceAnswer<{ leg: string }>> }>();

  return (key: string, wish: object, run: () => Promise<VoiceAnswer<{ leg: string }>>): Promise<VoiceAnswer<{ leg: string }>> => {
    const asked = JSON.stringify(wish);
    const before = known.get(key);
    if (before) return before.wish === asked ? before.answer : Promise.resolve({ refused: 'key-reused' });
    const answer = run();
    known.set(key, { wish: asked, answer });
    // What was refused may be asked again: the line may be free then.
    void answer.then((said) => { if (said.refused) known.delete(key); }, () => known.delete(key));
    if (known.size > MOST_KEPT) known.delete(known.keys().next().value!);
    return answer;
  };
};
