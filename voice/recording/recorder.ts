import { open, rename } from 'node:fs/promises';
import { createLimiter } from '../sound/limiter.ts';
import { downBy } from '../sound/resample.ts';
import { toPcm16 } from '../sound/frame.ts';
import { HEADER_BYTES, wavHeader } from '../sound/wav.ts';
import type { Sides, Tape } from '../mixer/sides.ts';
import { createAppender } from './appender.ts';

/** All that speech needs, and what recognisers of speech want. */
export const RECORDED = { rate: 16_000, channels: 2 };
export const UNFINISHED = '.part';
export const MARKS = '.marks';
const BYTES_PER_MS = (RECORDED.rate * RECORDED.channels * 2) / 1000;
/** Ticks whose sound goes to the disk together: a crash loses at most this and what is on its way there. */
const TOGETHER = 25;

export type Recorder = Tape & {
  /** Silence is written, so that places in the recording stay places in the call. */
  pause: () => void;
  resume: () => void;
  /** Remembers this moment by a name; answers which it is, in milliseconds. */
  mark: (name: string) => number;
  /** The recording is whole and has its name only now. */
  stop: () => Promise<Recorded>;
  /** All that was heard by now is on the disk. */
  written: () => Promise<void>;
};

export type Recorded = { path: string; ms: number; whole: boolean };

/** Records a conference while it happens: left the customer, right the staff. The tick never waits for the disk. */
export const startRecorder = async (path: string, failed: (error: unknown) => void = () => undefined): Promise<Recorder> => {
  const file = await open(path + UNFINISHED, 'wx');
  const sound = createAppender(file, failed);
  sound.append(wavHeader(RECORDED, Infinity));
  const marks = createAppender(await open(path + MARKS, 'a'), failed);
  const [left, right] = [channel(), channel()];
  let pending: Buffer[] = [];
  let bytes = 0;
  let paused = false;

  const flush = () => {
    if (pending.length > 0) sound.append(Buffer.concat(pending));
    pending = [];
  };
  const mark = (name: string): number => {
    const atMs = Math.round(bytes / BYTES_PER_MS);
    marks.append(Buffer.from(`${JSON.stringify({ atMs, mark: name })}\n`));
    return atMs;
  };

  return {
    write: ({ customer, staff }: Sides) => {
      const both = interleaved(left(customer), right(staff));
      // The channels go on listening while nothing is written, so that there is no click afterwards.
      pending.push(paused ? Buffer.alloc(both.length) : both);
      bytes += both.length;
      if (pending.length >= TOGETHER) flush();
    },
    pause: () => {
      if (!paused) mark('pause');
      paused = true;
    },
    resume: () => {
      if (paused) mark('resume');
      paused = false;
    },
    mark,
    written: async () => {
      flush();
      await Promise.all([sound.done(), marks.done()]);
    },
    stop: async () => {
      flush();
      await Promise.all([sound.done(), marks.done()]);
      const kept = Math.max(0, sound.bytes() - HEADER_BYTES);
      const finished = await sound.finish(wavHeader(RECORDED, kept));
      await marks.finish();
      const whole = finished && (await rename(path + UNFINISHED, path).then(() => true, failed) === true);
      return { path: whole ? path : path + UNFINISHED, ms: Math.round(kept / BYTES_PER_MS), whole };
    },
  };
};

const channel = () => {
  const [limit, down] = [createLimiter(), downBy(3)];
  return (frame: Float32Array) => toPcm16(down(limit(frame)));
};

const interleaved = (left: Int16Array, right: Int16Array): Buffer => {
  const both = new Int16Array(left.length * 2);
  for (let i = 0; i < left.length; i += 1) {
    both[2 * i] = left[i]!;
    both[2 * i + 1] = right[i]!;
  }
  return Buffer.from(both.buffer);
};
