import type { BrowserDoor, DoorAnswer, DoorRefusal } from '../provider/browser-door.ts';
import { connectBrowser, type BrowserConnection, type WebRtcSettings } from '../webrtc/connection.ts';
import { createPortWindows } from '../webrtc/port-windows.ts';
import { legToken } from '../webrtc/leg-token.ts';
import { isSameWay, readOffer, type Offer } from '../webrtc/offer.ts';
import { rateLimit } from '../webrtc/rate-limit.ts';
import { iceServersFor, type TurnSetting } from '../webrtc/turn.ts';
import type { Calls, Leg } from './calls.ts';
import { legContext } from './leg-context.ts';
import type { Machine } from '../provider/machine.ts';

export type DoorSettings = WebRtcSettings & { turn: TurnSetting[]; tokenSecret: string };

const TOKEN_MS = 120_000;
const MINUTE = 60_000;
const OFFERS_A_TOKEN = 6;
const OFFERS_AN_ADDRESS = 60;
const CANDIDATES_A_TOKEN = 60;

/** The door for browsers: whoever holds the token of a leg brings its sound, and may come again with a new way. */
export const openBrowserDoor = (machine: Machine, calls: Calls, settings: DoorSettings, isOverloaded: () => boolean): BrowserDoor => {
  const tokens = legToken(settings.tokenSecret);
  const offersOfToken = rateLimit(OFFERS_A_TOKEN, MINUTE);
  const offersOfAddress = rateLimit(OFFERS_AN_ADDRESS, MINUTE);
  const candidatesOfToken = rateLimit(CANDIDATES_A_TOKEN, MINUTE);
  const windows = createPortWindows(settings.udpPorts);
  const connections = new Map<string, BrowserConnection>();

  const legOf = (token: string): Leg | undefined => {
    const id = tokens.read(token, machine.wall());
    const leg = id === undefined ? undefined : calls.legs.get(id);
    return leg && isForBrowsers(leg) ? leg : undefined;
  };

  const lost = (leg: Leg, connection: BrowserConnection) => {
    if (connections.get(leg.leg) !== connection) return;
    connections.delete(leg.leg);
    calls.end(leg, leg.state === 'ringing' ? 'failed' : 'media-lost');
  };

  /** Of the way that it has then: a page may have come anew meanwhile. */
  const endOf = (leg: Leg) => connections.get(leg.leg)?.transport.close();

  const connect = async (leg: Leg, offer: Offer): Promise<DoorAnswer<{ sdp: string }>> => {
    const before = connections.get(leg.leg);
    if (before?.offer.fingerprint === offer.fingerprint)
      return isSameWay(before.offer, offer) ? { sdp: await before.restart(offer) } : { refused: 'bad-offer' };
    const ports = windows.take();
    if (!ports) return { refused: 'overloaded' };
    const connection = await connectBrowser(offer, { ...settings, udpPorts: ports }, () => windows.giveBack(ports));
    if (leg.state === 'ended') {
      connection.transport.close();
      return { refused: 'bad-token' };
    }
    // Not the one from before the wait: the page may have knocked twice at once.
    const replaced = connections.get(leg.leg);
    connections.set(leg.leg, connection);
    replaced?.transport.close();
    connection.onConnected(() => {
      if (connections.get(leg.leg) !== connection) return;
      calls.connect(leg, { transport: { ...connection.transport, onClosed: () => {} }, end: () => endOf(leg) });
    });
    connection.transport.onClosed(() => lost(leg, connection));
    leg.line ??= { end: () => endOf(leg) };
    watch(leg, connection);
    return { sdp: connection.answer };
  };

  const watch = (leg: Leg, connection: BrowserConnection) => {
    machine.after(1000, () => {
      connection.check(machine.now());
      if (connections.get(leg.leg) === connection) watch(leg, connection);
    });
  };

  const judge = (token: string, address: string, sdp: string): { leg: Leg; offer: Offer } | { refused: DoorRefusal } => {
    const leg = legOf(token);
    // An address is counted before its token is believed, so that guessing is limited too.
    if (!offersOfAddress(address, machine.now())) return { refused: 'too-many-tries' };
    if (!leg) return { refused: 'bad-token' };
    if (!offersOfToken(leg.leg, machine.now())) return { refused: 'too-many-tries' };
    const offer = readOffer(sdp);
    if ('refused' in offer) return offer;
    return leg.state === 'ringing' && isOverloaded() ? { refused: 'overloaded' } : { leg, offer };
  };

  return {
    invite: async (id) => {
      const leg = calls.legs.get(id);
      if (!leg || !isForBrowsers(leg)) return { refused: 'bad-token' };
      return { token: tokens.issue(id, machine.wall() + TOKEN_MS), iceServers: iceServersFor(settings.turn, id, machine.wall()) };
    },
    connect: async ({ token, sdp, address }): Promise<DoorAnswer<{ sdp: string }>> => {
      const judged = judge(token, address, sdp);
      if ('refused' in judged) return judged;
      const { leg, offer } = judged;
      return legContext.run(leg.leg, () => connect(leg, offer)).catch(() => ({ refused: 'failed' as const }));
    },
    // The browser's checks show us where it is; what it says beforehand is counted and not needed.
    candidate: async ({ token }) => {
      const leg = legOf(token);
      if (!leg) return { refused: 'bad-token' };
      return candidatesOfToken(leg.leg, machine.now()) ? {} : { refused: 'too-many-tries' };
    },
  };
};

const isForBrowsers = ({ endpoint }: Leg) => endpoint.kind === 'agent' || endpoint.kind === 'web';
