import { useLayoutEffect, useRef, useState } from 'react';
import type { Answer } from '../platform/api.ts';

/** What was chosen; once answered, with what the screen knew at that moment. */
type Wish<Value> = { value: Value; knownThen?: string };

/**
 * A setting that is saved as soon as it is chosen. The choice shows at once, until the screen hears of it like everyone else
 * or the desk says no. Choices made in quick succession are asked one after another.
 */
export const useChosen = <Value>(known: Value, save: (value: Value) => Promise<Answer>) => {
  const [wish, setWish] = useState<Wish<Value>>();
  const heard = useRef(known);
  const turn = useRef(0);
  const line = useRef<Promise<unknown>>(Promise.resolve());
  useLayoutEffect(() => void (heard.current = known));

  const choose = async (value: Value, onAnswer?: (answer: Answer) => void): Promise<boolean> => {
    const mine = (turn.current += 1);
    setWish({ value });
    const asked = line.current.then(() => save(value));
    line.current = asked;
    const answer = await asked;
    onAnswer?.(answer);
    const knownThen = JSON.stringify(heard.current);
    const waits = 'done' in answer && knownThen !== JSON.stringify(value);
    if (mine === turn.current) setWish(waits ? { value, knownThen } : undefined);
    return 'done' in answer;
  };

  const holds = wish && (wish.knownThen === undefined || wish.knownThen === JSON.stringify(known));
  return { shown: holds ? wish.value : known, choose };
};
