import type { LegCodec, MediaTransport, PacketIn } from '../media-transport.ts';
import { fromLaw, toLaw } from '../sound/g711.ts';

const codec: LegCodec = { name: 'pcmu', payloadType: 0, clockRate: 8000 };
const SAMPLES = 160;

/** Somebody at the desk with a tone for a voice, who remembers what was heard. */
export const openAgent = (hertz: number) => {
  const heard: Float32Array[] = [];
  let take: (packet: PacketIn) => void = () => {};
  let sequence = 0;
  const speak = setInterval(() => {
    const pcm = Int16Array.from({ length: SAMPLES }, (_, n) =>
      Math.round(0.2 * 32_767 * Math.sin((2 * Math.PI * hertz * (sequence * SAMPLES + n)) / 8000)));
    take({
      payloadType: 0, sequence: sequence & 0xffff, timestamp: sequence * SAMPLES, marker: false,
      payload: toLaw('pcmu', pcm), arrivedAt: performance.now(),
    });
    sequence += 1;
  }, 20).unref();
  const transport: MediaTransport = {
    codec,
    send: ({ payload }) => void heard.push(fromLaw('pcmu', payload)),
    onPacket: (taker) => void (take = taker),
    onReport: () => {},
    onClosed: () => {},
    close: () => clearInterval(speak),
  };
  return {
    transport,
    /** The last so many milliseconds of what was heard, at 8 kHz. */
    lately: (milliseconds: number): Float32Array => {
      const last = heard.slice(-milliseconds / 20);
      return Float32Array.from(last.flatMap((frame) => [...frame]));
    },
  };
};
