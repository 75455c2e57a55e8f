import { level } from '@firstline/testing/voice/level.ts';
import type { BrowserDoor } from '../provider/browser-door.ts';
import { decoderFor, encoderFor } from '../sound/codec.ts';
import { FRAME, FRAME_MS, RATE } from '../sound/frame.ts';
import { farPeer } from '../webrtc/peer.trials.ts';

/** Loud enough to be found, soft enough that four of them do not reach the limiter. */
const LOUD = 0.2;
const WINDOW_FRAMES = 10;
/** A decoder that begins in the middle needs a few packets to find its way. */
const SETTLING_FRAMES = 5;

export type Codec = 'opus' | 'pcmu';

/** Whole periods of any tone in whole hertz, packed once: whoever hums them again and again costs next to nothing. */
export const aSecondOf = (hertz: number, codec: Codec): Uint8Array[] => {
  const encode = encoderFor(codec);
  return Array.from({ length: 1000 / FRAME_MS }, (_, frame) =>
    encode(Float32Array.from({ length: FRAME }, (__, i) => LOUD * Math.sin((2 * Math.PI * hertz * (frame * FRAME + i)) / RATE))));
};

const unpacked = (packets: readonly Uint8Array[], codec: Codec): Float32Array => {
  const { decode } = decoderFor({ name: codec, payloadType: 0, clockRate: codec === 'opus' ? 48_000 : 8000 });
  const frames = packets.map((payload) => decode(payload)).slice(-WINDOW_FRAMES);
  return Float32Array.from(frames.flatMap((frame) => (frame ? [...frame] : [])));
};

/** Somebody at a browser who hums one tone; asked what they hear, they name the strength of any tone in decibels. */
export const talker = async (door: BrowserDoor, leg: string, first: number, codec: Codec = 'opus', sent?: Buffer[]) => {
  const { far, token, answer } = await comesIn(door, leg, codec, sent);

  const last: Uint8Array[] = [];
  let packets = 0;
  far.onPacket(({ payload }) => {
    packets += 1;
    last.push(payload);
    if (last.length > SETTLING_FRAMES + WINDOW_FRAMES) last.shift();
  });

  let second = aSecondOf(first, codec);
  let count = 0;
  const began = performance.now();
  const hum = setInterval(() => {
    while (count * FRAME_MS < performance.now() - began) {
      void far.send(second[count % second.length]!, (count * FRAME * (codec === 'opus' ? 1 : 1 / 6)) >>> 0);
      count += 1;
    }
  }, FRAME_MS);

  return {
    leg,
    token,
    answer,
    far,
    packets: () => packets,
    /** From now on another tone. */
    hums: (other: number) => {
      second = aSecondOf(other, codec);
    },
    /** Where the process listens for this leg. */
    way: (): [address: string, port: number] => {
      const [, , , , ip, port] = far.peer.iceTransports[0]!.getSelectedCandidatePair()!.remote.candidate.split(' ');
      return [ip!, Number(port)];
    },
    hears: (tone: number): number => (last.length < WINDOW_FRAMES ? -200 : level(unpacked(last, codec), tone, codec === 'opus' ? RATE : 8000)),
    stop: async () => {
      clearInterval(hum);
      await far.close();
    },
  };
};

const PATIENCE_MS = 8000;
const TRIES = 5;

/** As a page does it that is loaded anew when nothing comes: on a machine that stands still for seconds, a handshake can fail. */
const comesIn = async (door: BrowserDoor, leg: string, codec: Codec, sent?: Buffer[]) => {
  const invited = await door.invite(leg);
  if (invited.refused) throw new Error(invited.refused);
  for (let tries = 0; tries < TRIES; tries += 1) {
    const far = farPeer(codec, sent);
    const answer = await door.connect({ token: invited.token, sdp: await far.offer(), address: leg });
    if (answer.refused) throw new Error(answer.refused);
    await far.take(answer.sdp);
    const isUp = await new Promise<boolean>((done) => {
      const late = setTimeout(() => done(false), PATIENCE_MS);
      void far.connected().then(() => {
        clearTimeout(late);
        done(true);
      });
    });
    if (isUp) return { far, token: invited.token, answer: answer.sdp };
    await far.close();
  }
  throw new Error('No way of sound came up');
};

export type Talker = Awaited<ReturnType<typeof talker>>;
