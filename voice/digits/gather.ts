export type GatherWish = {
  maxDigits: number;
  /** So long it waits for the first key, and for each further one. */
  timeoutMs: number;
  /** Ends the input early; it is not part of the digits. */
  closingKey?: string;
};

export type Gathered = { digits: string; cause: 'full' | 'closed' | 'timeout' | 'stopped' };

/** Gathers keys until there are enough of them, the closing key comes, or nobody presses any more. */
export const createGather = ({ maxDigits, timeoutMs, closingKey }: GatherWish, now: number, done: (gathered: Gathered) => void) => {
  let digits = '';
  let until = now + timeoutMs;
  let over = false;
  const end = (cause: Gathered['cause']) => {
    if (over) return;
    over = true;
    done({ digits, cause });
  };
  return {
    key: (digit: string, at: number) => {
      if (over) return;
      if (digit === closingKey) return end('closed');
      digits += digit;
      until = at + timeoutMs;
      if (digits.length >= maxDigits) end('full');
    },
    tick: (at: number) => {
      if (at >= until) end('timeout');
    },
    /** A prompt is still being spoken: nobody is late yet. */
    wait: (at: number) => {
      until = at + timeoutMs;
    },
    stop: () => end('stopped'),
  };
};
