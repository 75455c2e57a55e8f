import { level } from '@firstline/testing/voice/level.ts';
import type { BrowserDoor } from '../provider/browser-door.ts';
import { decoderFor, encoderFor } from '../sound/codec.ts';
import { FRAME, FRAME_MS, RATE } from '../sound/frame.ts';
import { farPeer } from '../webrtc/peer.trials.ts';

/** Loud enough to be found, soft enough that four of them do not reach the limiter. */
const LOUD = 0.2;
const WINDOW_FRAMES = 10;

/** Somebody at a browser who hums one tone; asked what they hear, they name the strength of any tone in decibels. */
export const talker = async (door: BrowserDoor, leg: string, hertz: number, codec: 'opus' | 'pcmu' = 'opus', sent?: Buffer[]) => {
  const far = farPeer(codec, sent);
  const invited = await door.invite(leg);
  if (invited.refused) throw new Error(invited.refused);
  const answer = await door.connect({ token: invited.token, sdp: await far.offer(), address: '127.0.0.1' });
  if (answer.refused) throw new Error(answer.refused);
  await far.take(answer.sdp);
  await far.connected();

  const { decode } = decoderFor({ name: codec, payloadType: 0, clockRate: codec === 'opus' ? 48_000 : 8000 });
  const encode = encoderFor(codec);
  const last: Float32Array[] = [];
  let packets = 0;
  far.onPacket(({ payload }) => {
    packets += 1;
    const sound = decode(payload);
    if (sound) last.push(sound);
    if (last.length > WINDOW_FRAMES) last.shift();
  });

  let count = 0;
  const began = performance.now();
  const hum = setInterval(() => {
    while (count * FRAME_MS < performance.now() - began) {
      const frame = Float32Array.from({ length: FRAME }, (_, i) => LOUD * Math.sin((2 * Math.PI * hertz * (count * FRAME + i)) / RATE));
      void far.send(encode(frame), (count * FRAME * (codec === 'opus' ? 1 : 1 / 6)) >>> 0);
      count += 1;
    }
  }, FRAME_MS);

  return {
    leg,
    token: invited.token,
    answer: answer.sdp,
    far,
    packets: () => packets,
    /** Where the process listens for this leg. */
    way: (): [address: string, port: number] => {
      const [, , , , ip, port] = far.peer.iceTransports[0]!.getSelectedCandidatePair()!.remote.candidate.split(' ');
      return [ip!, Number(port)];
    },
    hears: (tone: number): number => (last.length < WINDOW_FRAMES ? -200 : level(Float32Array.from(last.flatMap((frame) => [...frame])), tone, codec === 'opus' ? RATE : 8000)),
    stop: async () => {
      clearInterval(hum);
      await far.close();
    },
  };
};

export type Talker = Awaited<ReturnType<typeof talker>>;
