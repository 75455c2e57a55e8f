const MOST_KEYS = 10_000;

/** So many tries in a window for each key. What is full forgets its oldest key, not its newest. */
export const rateLimit = (most: number, windowMs: number) => {
  const tries = new Map<string, { since: number; count: number }>();

  return (key: string, now: number): boolean => {
    const known = tries.get(key);
    const fresh = known && now - known.since < windowMs ? known : { since: now, count: 0 };
    fresh.count += 1;
    tries.delete(key);
    tries.set(key, fresh);
    if (tries.size > MOST_KEYS) tries.delete(tries.keys().next().value!);
    return fresh.count <= most;
  };
};
