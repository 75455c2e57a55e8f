import { RTCPeerConnection, RTCRtpCodecParameters, RtpHeader, RtpPacket } from 'werift';
import type { LegCodec, MediaTransport, PacketIn, PacketOut } from '../media-transport.ts';
import { withPublicAddress } from './answer.ts';
import { guardSockets } from './engine-sockets.ts';
import { hearReports } from './far-reports.ts';
import type { Offer } from './offer.ts';

export type WebRtcSettings = {
  udpPorts: [number, number];
  /** Told to browsers beside our own addresses, where the machine stands behind 1:1 NAT or in a container. */
  publicAddress?: string;
  /** Own addresses to take besides those of the network, such as 127.0.0.1. */
  addresses: string[];
  ipv6: boolean;
};

export type BrowserConnection = {
  answer: string;
  transport: MediaTransport;
  offer: Offer;
  onConnected: (told: () => void) => void;
  /** The browser found a new network: new passwords and ports, the same keys. */
  restart: (offer: Offer) => Promise<string>;
  /** Asked about once a second: ends a connection that does not come up or from which nothing comes any more. */
  check: (now: number) => void;
};

const SILENT_MS = 10_000;
const SETUP_MS = 15_000;
const ANSWER_MS = 5000;

/**
 * One browser behind the seam. We are an ICE lite peer: the browser finds us, we ask nobody, so an offer cannot make
 * us send to addresses that a stranger names.
 */
export const connectBrowser = async (offer: Offer, settings: WebRtcSettings, over = () => {}): Promise<BrowserConnection> => {
  const codec = legCodec(offer);
  const peer = new RTCPeerConnection({
    iceLite: true,
    // Left out, the engine would ask a public STUN server.
    iceServers: [],
    icePortRange: settings.udpPorts,
    iceAdditionalHostAddresses: settings.addresses,
    iceUseIpv6: settings.ipv6,
    bundlePolicy: 'max-bundle',
    codecs: { audio: codecsOf(offer) },
    headerExtensions: { audio: [], video: [] },
  });
  const transceiver = peer.addTransceiver('audio', { direction: 'sendrecv' });
  const life = lifeOf(() => void peer.close().catch(() => {}).then(over));

  let take: (packet: PacketIn) => void = () => {};
  transceiver.onTrack.subscribe((track) => {
    track.onReceiveRtp.subscribe(({ header, payload }) => {
      const { payloadType, sequenceNumber, timestamp, marker } = header;
      take({ payloadType, sequence: sequenceNumber, timestamp, marker, payload, arrivedAt: performance.now() });
    });
  });
  peer.connectionStateChange.subscribe((state) => {
    if (state === 'connected') life.connected();
    if (state === 'closed' || state === 'disconnected') life.end('closed');
    if (state === 'failed') life.end('media-lost');
  });

  const answer = async (next: Offer): Promise<string> => {
    await inTime(peer.setRemoteDescription({ type: 'offer', sdp: next.sdp }).then(() => peer.setLocalDescription()));
    guardSockets(peer, life.isUp, life.heard);
    return withPublicAddress(peer.localDescription?.sdp ?? '', settings.publicAddress);
  };

  let sequence = Math.floor(Math.random() * 65_536);
  const send = ({ payloadType, timestamp, marker, payload }: PacketOut) => {
    const { sender } = transceiver;
    if (life.isOver() || peer.connectionState !== 'connected') return;
    sequence = (sequence + 1) & 0xffff;
    const header = new RtpHeader({ payloadType, timestamp, marker, sequenceNumber: sequence, ssrc: sender.ssrc });
    // The engine's own way gives every packet the first codec's type, so digits go round it.
    const sent = payloadType === codec.payloadType
      ? sender.sendRtp(new RtpPacket(header, Buffer.from(payload)))
      : sender.transport?.sendRtp(Buffer.from(payload), header);
    sent?.catch(() => {});
  };

  try {
    return {
      answer: await answer(offer),
      offer,
      transport: {
        codec,
        send,
        onPacket: (listener) => { take = listener; },
        onReport: (listener) => hearReports(transceiver.sender, codec.clockRate, listener),
        onClosed: life.onEnd,
        close: () => life.end('closed'),
      },
      onConnected: life.onConnected,
      restart: async (next) => {
        const said = await answer(next);
        // The engine leaves its ICE part standing when the keys are already agreed.
        void peer.iceTransports[0]?.start().catch(() => life.end('media-lost'));
        return said;
      },
      check: life.check,
    };
  } catch (error) {
    life.end('closed');
    throw error;
  }
};

/** A port that is snatched away leaves the engine waiting for ever. */
const inTime = (work: Promise<unknown>) =>
  new Promise<void>((done, fail) => {
    const late = setTimeout(() => fail(new Error('No answer could be made in time')), ANSWER_MS);
    work.then(() => done(), fail).finally(() => clearTimeout(late));
  });

const legCodec = ({ codec, digits }: Offer): LegCodec => ({
  name: codec.name === 'opus' ? 'opus' : 'pcmu',
  payloadType: codec.payloadType,
  clockRate: codec.name === 'opus' ? 48_000 : 8000,
  ...(digits && { digitsPayloadType: digits.payloadType }),
});

const codecsOf = ({ codec, digits }: Offer) =>
  [codec, ...(digits ? [digits] : [])].map(({ name, clockRate, channels, payloadType }) => new RTCRtpCodecParameters({
    mimeType: `audio/${name === 'pcmu' ? 'PCMU' : name}`,
    clockRate,
    channels,
    payloadType,
    ...(name === 'opus' && { parameters: 'minptime=10;useinbandfec=1;stereo=0;sprop-stereo=0' }),
  }));

/** From the first packet to the last: said once that it is up, once that it is over. */
const lifeOf = (close: () => void) => {
  const began = performance.now();
  let heardAt = began;
  let isUp = false;
  let over: 'closed' | 'media-lost' | undefined;
  let tellUp = () => {};
  let tellEnd: ((cause: 'closed' | 'media-lost') => void) | undefined;

  const end = (cause: 'closed' | 'media-lost') => {
    if (over) return;
    over = cause;
    close();
    tellEnd?.(cause);
  };
  return {
    end,
    isUp: () => isUp,
    isOver: () => over !== undefined,
    heard: () => { heardAt = performance.now(); },
    connected: () => {
      if (isUp || over) return;
      isUp = true;
      tellUp();
    },
    onConnected: (told: () => void) => {
      tellUp = told;
      if (isUp) told();
    },
    onEnd: (told: (cause: 'closed' | 'media-lost') => void) => {
      tellEnd = told;
      if (over) told(over);
    },
    check: (now: number) => {
      if (isUp ? now - heardAt > SILENT_MS : now - began > SETUP_MS) end('media-lost');
    },
  };
};
