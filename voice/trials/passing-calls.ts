import type { BrowserDoor } from '../provider/browser-door.ts';
import type { LegRole } from '../provider/call.ts';
import type { TelephonyProvider } from '../provider/provider.ts';
import type { VoiceEvent } from '../provider/voice-event.ts';
import { FRAME, FRAME_MS } from '../sound/frame.ts';
import { aSecondOf, type Codec } from '../process/talker.trials.ts';
import { farPeer } from '../webrtc/peer.trials.ts';
import { rest, until } from './until.ts';

const packed = { opus: aSecondOf(500, 'opus'), pcmu: aSecondOf(500, 'pcmu') };

/** Calls as a day brings them: with browsers and phones, on hold, recorded, to the mailbox, broken off and never taken. */
export const passingCalls = (provider: TelephonyProvider, door: BrowserDoor, chance: () => number) => {
  const seen = { calls: 0, heard: 0, deaf: 0, deafBecause: {} as Record<string, number>, refused: {} as Record<string, number> };
  const offered: Extract<VoiceEvent, { type: 'leg.offered' }>[] = [];
  let number = 0;
  const restSeconds = (seconds: number) => rest(seconds * 1000);
  const note = (refused: string) => void (seen.refused[refused] = (seen.refused[refused] ?? 0) + 1);
  provider.onEvent(async (event) => void (event.type === 'leg.offered' && offered.push(event)));

  const leg = async (conference: string, role: LegRole, phone?: string): Promise<string | undefined> => {
    number += 1;
    const answer = await provider.originate({
      conference, role, from: '', ringSeconds: 20, idempotencyKey: `leg ${number}`,
      to: phone ? { kind: 'phone', e164: phone } : role === 'agent' ? { kind: 'agent', id: 'ana' } : { kind: 'web', session: `s${number}` },
    });
    if (answer.refused) note(answer.refused);
    return answer.refused ? undefined : answer.leg;
  };

  /** A browser that hums and counts what it hears. `again`: with a token that was used before, as a page loaded anew. */
  const browser = async (id: string, codec: Codec, again?: string) => {
    const far = farPeer(codec);
    const invited = again === undefined ? await door.invite(id) : { token: again, refused: undefined };
    if (invited.refused) {
      note(invited.refused);
      return undefined;
    }
    const answer = await door.connect({ token: invited.token, sdp: await far.offer(), address: `192.0.2.${number % 250}` });
    if (answer.refused) {
      note(answer.refused);
      await far.close();
      return undefined;
    }
    let packets = 0;
    far.onPacket(() => (packets += 1));
    await far.take(answer.sdp);
    let count = 0;
    const began = performance.now();
    const hum = setInterval(() => {
      for (; count * FRAME_MS < performance.now() - began; count += 1)
        void far.send(packed[codec][count % 50]!, (count * FRAME * (codec === 'opus' ? 1 : 1 / 6)) >>> 0)?.catch(() => {});
    }, FRAME_MS);
    return {
      token: invited.token,
      gone: async () => {
        clearInterval(hum);
        seen[packets > 0 ? 'heard' : 'deaf'] += 1;
        const because = `${far.peer.iceConnectionState} ${far.peer.connectionState}`;
        if (packets === 0) seen.deafBecause[because] = (seen.deafBecause[because] ?? 0) + 1;
        await far.close();
      },
    };
  };
  const someCodec = (): Codec => (chance() < 0.5 ? 'opus' : 'pcmu');

  const twoBrowsers = async (call: string) => {
    const ids = [await leg(call, 'customer'), await leg(call, 'agent')];
    const people = await Promise.all(ids.map(async (id) => (id === undefined ? undefined : browser(id, someCodec()))));
    await provider.record(call, 'start');
    await restSeconds(4 + 6 * chance());
    await provider.hold(ids[0]!, true);
    await restSeconds(3);
    await provider.hold(ids[0]!, false);
    await provider.mark(call, 'read back');
    await restSeconds(4 * chance());
    if (chance() < 0.5) await provider.endConference(call);
    await Promise.all(people.map(async (person) => person?.gone()));
    await provider.endConference(call);
  };
  const mailbox = async (call: string) => {
    const id = await leg(call, 'customer');
    const person = id && await browser(id, someCodec());
    await restSeconds(2);
    if (id) await provider.takeMessage(id, { mostSeconds: 4, silenceSeconds: 2 });
    await restSeconds(4 + 3 * chance());
    if (person) await person.gone();
    await provider.endConference(call);
  };
  const phone = async (call: string) => {
    const id = await leg(call, 'agent');
    const person = id && await browser(id, someCodec());
    const to = `+4930${1000 + number}`;
    const out = await leg(call, 'customer', to);
    const come = out && await until(() => offered.find((event) => event.to === to), 5000);
    if (come) {
      offered.splice(offered.indexOf(come), 1);
      await provider.answer(come.leg);
      await restSeconds(2);
      await provider.sendDigits(out, '15#');
      await restSeconds(3 + 5 * chance());
      await provider.hangup(chance() < 0.5 ? out : come.leg);
    }
    if (person) await person.gone();
    await provider.endConference(call);
  };
  const reloads = async (call: string) => {
    const id = await leg(call, 'customer');
    const first = id && await browser(id, 'opus');
    await restSeconds(3);
    const second = id && first && await browser(id, 'opus', first.token);
    if (first) await first.gone();
    await restSeconds(3);
    if (second) await second.gone();
    await provider.endConference(call);
  };
  const neverTaken = async (call: string) => {
    const id = await leg(call, 'customer');
    const invited = id && await door.invite(id);
    if (invited && !invited.refused) for (const sdp of ['', 'v=0', 'v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 0']) await door.connect({ token: invited.token, sdp, address: `192.0.2.${number % 250}` });
    await restSeconds(2);
    await provider.endConference(call);
  };
  const KINDS = [twoBrowsers, twoBrowsers, mailbox, phone, reloads, neverTaken];

  return {
    seen,
    /** One call, whatever it may be; over when it is over. */
    next: async () => {
      const call = `call ${(seen.calls += 1)}`;
      await KINDS[Math.floor(chance() * KINDS.length)]!(call);
    },
  };
};
