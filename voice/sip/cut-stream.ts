import { LARGEST_MESSAGE } from './read-message.ts';

const LENGTH = /(?:^|\r\n)(?:content-length|l)[ \t]*:[ \t]*(\d{1,5})[ \t]*(?=\r\n|$)/gi;
const LARGEST_HEAD = 16_384;

/** Cuts the messages out of a stream. After `broken` nothing on this stream can be trusted to start where it seems to. */
export const cutStream = (take: (message: Buffer) => void, broken: () => void): ((chunk: Buffer) => void) => {
  let waiting: Buffer = Buffer.alloc(0);
  let gone = false;
  const stop = () => {
    gone = true;
    waiting = Buffer.alloc(0);
    broken();
  };

  return (chunk) => {
    if (gone) return;
    waiting = waiting.length === 0 ? chunk : Buffer.concat([waiting, chunk]);
    for (;;) {
      // Line ends between messages are keep-alives (RFC 5626).
      let from = 0;
      while (waiting[from] === 13 || waiting[from] === 10) from += 1;
      waiting = waiting.subarray(from);
      const end = waiting.indexOf('\r\n\r\n');
      if (end < 0 ? waiting.length > LARGEST_HEAD : end > LARGEST_HEAD) return stop();
      if (end < 0) return;
      const lengths = [...waiting.subarray(0, end).toString('latin1').matchAll(LENGTH)];
      const whole = end + 4 + Number(lengths[0]?.[1] ?? Number.NaN);
      if (lengths.length !== 1 || whole > LARGEST_MESSAGE) return stop();
      if (waiting.length < whole) return;
      take(Buffer.from(waiting.subarray(0, whole)));
      waiting = waiting.subarray(whole);
      if (gone) return;
    }
  };
};
