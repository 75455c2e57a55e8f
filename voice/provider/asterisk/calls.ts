import { inCall, openBook, type BookedLeg } from '../book.ts';
import type { ConferenceState, EndCause, LegSnapshot, RecordingSnapshot, Supervision } from '../call.ts';
import { openGathers } from '../gathers.ts';
import type { Machine } from '../machine.ts';
import type { VoiceAnswer } from '../provider.ts';
import type { VoiceEvent } from '../voice-event.ts';
import { openRequests, refusalOf } from './requests.ts';
import type { AsteriskSettings } from './settings.ts';
import { boothOf, bridgeOf, isSnoop, snoopOf } from './words.ts';

export type AsteriskParts = { settings: AsteriskSettings; machine: Machine; ask: typeof fetch };

/** Asterisk forgets nothing of a channel but whose it is; that stands in a variable of the channel itself. */
const MEMORY = 'FIRSTLINE_LEG';
type Channel = { id: string; state: string };

/** What this adapter knows of its calls: a conference is a mixing bridge, a leg a channel; the truth is Asterisk's. */
export const openCalls = ({ settings, machine, ask: fetching }: AsteriskParts, tell: (event: VoiceEvent) => void) => {
  const book = openBook(machine, tell);
  const gathers = openGathers(machine, book);
  const ask = openRequests(settings, machine, fetching);
  const asked = async (...wish: Parameters<typeof ask>): Promise<VoiceAnswer> => {
    const refused = refusalOf(await ask(...wish));
    return refused ? { refused } : {};
  };
  const letGo = new Map<string, EndCause>();
  const recordings = new Map<string, RecordingSnapshot>();
  const playing = new Map<string, string>();
  /** Legs that Asterisk was asked for and has not answered for yet: that it does not know them says nothing. */
  const dialling = new Set<string>();
  const bridges = new Set<string>();
  let snoops = 0;

  const memory = ({ conference, role, endpoint, direction, state, muted, supervises }: BookedLeg) =>
    JSON.stringify({ conference, role, endpoint, direction, held: state === 'held', muted, supervises });
  const remember = (leg: BookedLeg) => ask('POST', `/channels/${leg.leg}/variable`, { variable: MEMORY, value: memory(leg) });

  const bridge = async (id: string) => {
    if (bridges.has(id)) return;
    await ask('POST', `/bridges/${id}`, { type: 'mixing', name: id });
    bridges.add(id);
  };
  const unbridge = async (id: string) => {
    if (bridges.delete(id)) await ask('DELETE', `/bridges/${id}`);
  };
  const put = async (leg: BookedLeg, into: string) => {
    await bridge(into);
    return ask('POST', `/bridges/${into}/addChannel`, { channel: leg.leg });
  };
  const closeIfEmpty = async (conference: string) => {
    if (!book.hasConference(conference)) await unbridge(bridgeOf(conference));
  };

  /** Puts a leg where it is heard and hears as it should. */
  const seat = async (leg: BookedLeg) => {
    const { supervises } = leg;
    if (leg.state === 'held') return undefined;
    if (!supervises || supervises.mode === 'barge') {
      const answer = await put(leg, bridgeOf(leg.conference));
      if (supervises) await unbridge(boothOf(leg.leg));
      return answer;
    }
    return listenIn(leg, supervises);
  };
  const listenIn = async (leg: BookedLeg, { target, mode }: { target: string; mode: Supervision }) => {
    const booth = boothOf(leg.leg);
    await unbridge(booth);
    const answer = await put(leg, booth);
    const snoop = snoopOf(leg.leg, (snoops += 1));
    await ask('POST', `/channels/${target}/snoop/${snoop}`, { spy: 'both', whisper: mode === 'whisper' ? 'out' : 'none', app: settings.app });
    await ask('POST', `/bridges/${booth}/addChannel`, { channel: snoop });
    return answer;
  };

  const end = (leg: BookedLeg, cause: EndCause) => {
    const said = letGo.get(leg.leg);
    letGo.delete(leg.leg);
    gathers.stop(leg);
    book.end(leg, said ?? cause);
    void closeIfEmpty(leg.conference);
    void unbridge(boothOf(leg.leg));
  };

  const takeOver = async ({ id, state }: Channel): Promise<void> => {
    const { body } = await ask('GET', `/channels/${id}/variable`, { variable: MEMORY });
    const { held, ...known } = readMemory((body as { value?: string }).value) ?? {};
    if (!known.conference || book.isOver(id)) return;
    bridges.add(bridgeOf(known.conference));
    book.takeOver({ ...(known as LegSnapshot), leg: id, state: state === 'Up' ? (held ? 'held' : 'connected') : state === 'Ringing' || state === 'Ring' ? 'ringing' : 'initiated' });
  };

  /** Asks Asterisk what is true now, tells what was missed, and takes over calls from before a restart. */
  const truth = async (): Promise<ConferenceState[]> => {
    const before = [...book.legs.values()].filter(({ leg }) => !dialling.has(leg));
    const answer = await ask('GET', '/channels');
    if (refusalOf(answer)) throw new Error('Asterisk does not answer.');
    const channels = (answer.body as Channel[]).filter(({ id }) => !isSnoop(id));
    for (const channel of channels) {
      const leg = book.legs.get(channel.id);
      if (!leg) await takeOver(channel);
      else if (channel.state === 'Up' && !inCall(leg)) {
        await seat(leg);
        book.reach(leg, 'connected');
      }
      else if (channel.state === 'Ringing') book.reach(leg, 'ringing');
    }
    for (const leg of before) if (!channels.some(({ id }) => id === leg.leg)) end(leg, inCall(leg) ? 'normal' : 'failed');
    return book.snapshot().map((state) => {
      const own = recordings.get(state.conference);
      return own ? { ...state, recording: own } : state;
    });
  };

  return { settings, book, gathers, ask, asked, letGo, recordings, playing, dialling, memory, remember, seat, end, truth, closeIfEmpty };
};

export type AsteriskCalls = ReturnType<typeof openCalls>;

const readMemory = (text: string | undefined): (Partial<LegSnapshot> & { held?: boolean }) | undefined => {
  try {
    return JSON.parse(text ?? '') as Partial<LegSnapshot>;
  } catch {
    return undefined;
  }
};
