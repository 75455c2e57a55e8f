import type { Decoder } from './codec.ts';
import type { ComfortNoise } from './comfort-noise.ts';
import { createFifo } from './fifo.ts';
import { createPacketQueue, type Waiting } from './packet-queue.ts';
import { createPlayoutDelay } from './playout-delay.ts';
import { createPace } from './pace.ts';
import { createShare } from './share.ts';

/** After so long without a packet nothing of the last word is left to be guessed. */
const GUESSED_MS = 60;
/** While a key is held down no sound comes, and none is missed. */
const KEY_MS = 100;
/** Opus sends at most this to say that nothing is said. */
const NOTHING_SAID = 2;

/** Gives out even pieces of 20 ms at the codec's rate: waits for stragglers, guesses what is lost, keeps pace with the far clock. */
export const createPlayout = (rate: 8000 | 48_000, decoder: Decoder, noise: ComfortNoise) => {
  const ms = rate / 1000;
  const need = 20 * ms;
  const queue = createPacketQueue();
  const delay = createPlayoutDelay();
  const pace = createPace(rate);
  const fifo = createFifo();
  /** Timestamp of the sound that is to be unpacked next. */
  let expected: number | undefined;
  let lastSequence = -1;
  /** Samples guessed while it was not known whether anything was lost. */
  let stalled = 0;
  let silentSince = 0;
  let pausing = true;
  let keyUntil = -Infinity;
  let [late, concealed] = [0, 0];
  const missing = createShare(5000 * ms);

  const transit = (timestamp: number, at: number) => at - timestamp / ms;
  const waited = (timestamp: number, at: number) => transit(timestamp, at) - delay.base();

  const guess = () => {
    const sound = pausing ? noise.make(10 * ms) : decoder.conceal();
    if (!pausing) {
      concealed += sound.length / ms;
      missing.note(sound.length, true);
    }
    silentSince += sound.length;
    if (!pausing && silentSince > GUESSED_MS * ms) return noise.make(sound.length);
    return sound;
  };

  const play = (packet: Waiting, at: number) => {
    queue.take();
    pace.note(waited(packet.timestamp, at));
    if (packet.comfort) {
      noise.told(packet.payload);
      pausing = true;
      [expected, lastSequence, stalled] = [packet.timestamp, packet.sequence, 0];
      return;
    }
    const sound = decoder.decode(packet.payload);
    if (!sound) return;
    pausing = packet.payload.length <= NOTHING_SAID;
    if (!pausing) noise.heard(sound);
    [expected, lastSequence, stalled, silentSince] = [packet.timestamp + sound.length, packet.sequence, 0, 0];
    missing.note(sound.length, false);
    fifo.put(sound);
  };

  /** Puts the next piece, heard or guessed, behind what waits to be played. */
  const fetch = (at: number) => {
    const packet = queue.first();
    pausing ||= at < keyUntil;
    if (!packet || expected === undefined) {
      if (packet && waited(packet.timestamp, at) >= delay.target()) return play(packet, at);
      stalled += fifo.put(guess());
      return;
    }
    const gap = packet.timestamp - expected;
    if (gap <= 0 && stalled === 0) return play(packet, at);
    if (gap > 0 && packet.sequence === lastSequence + 1) pausing = true;
    // After a pause nothing ties the next word to the last: it comes when its time has come.
    const tied = !pausing && silentSince <= GUESSED_MS * ms;
    if (tied ? gap <= stalled : waited(packet.timestamp, at) >= delay.target()) return play(packet, at);
    const sound = guess();
    fifo.put(sound);
    if (stalled > 0) stalled += sound.length;
    else expected += Math.min(gap, sound.length);
  };

  return {
    add: (packet: Waiting, arrivedAt: number) => {
      delay.note(transit(packet.timestamp, arrivedAt), arrivedAt);
      if (packet.sequence <= lastSequence || (expected !== undefined && packet.timestamp < expected)) late += 1;
      else queue.add(packet);
    },
    /** A key was pressed on the far side. */
    pass: (arrivedAt: number) => {
      keyUntil = arrivedAt + KEY_MS;
    },
    restart: () => {
      queue.clear();
      delay.restart();
      [expected, lastSequence, stalled] = [undefined, -1, 0];
    },
    /** Nothing, until the first packet's turn. */
    next: (at: number): Float32Array | undefined => {
      if (expected === undefined && !queue.first()) return undefined;
      while (fifo.length() < need) fetch(at);
      const error = pace.error(delay.target());
      if (error > 0 && queue.first()?.timestamp === expected) fetch(at);
      if (error !== 0) pace.correct(fifo, error, fifo.length() - need);
      return fifo.take(need);
    },
    measures: () => ({
      late,
      missing: missing.share(),
      bufferMs: pace.waited() + fifo.length() / ms,
      targetMs: delay.target(),
      concealedMs: concealed,
      stretchedMs: pace.stretchedMs(),
    }),
  };
};
