import { RTCPeerConnection, RTCRtpCodecParameters, RtpHeader, RtpPacket } from 'werift';

const AUDIO = {
  opus: [
    new RTCRtpCodecParameters({ mimeType: 'audio/opus', clockRate: 48_000, channels: 2, payloadType: 111 }),
    new RTCRtpCodecParameters({ mimeType: 'audio/telephone-event', clockRate: 48_000, channels: 1, payloadType: 110 }),
  ],
  pcmu: [
    new RTCRtpCodecParameters({ mimeType: 'audio/PCMU', clockRate: 8000, channels: 1, payloadType: 0 }),
    new RTCRtpCodecParameters({ mimeType: 'audio/telephone-event', clockRate: 8000, channels: 1, payloadType: 101 }),
  ],
};

/** A browser without a screen: offers, takes the answer, sends packets and keeps those that come. */
export const farPeer = (codec: keyof typeof AUDIO = 'opus', sent: Buffer[] = [], change = (packet: Buffer) => packet) => {
  const peer = new RTCPeerConnection({
    iceServers: [], iceAdditionalHostAddresses: ['127.0.0.1'], iceUseIpv6: false, bundlePolicy: 'max-bundle',
    codecs: { audio: AUDIO[codec] }, headerExtensions: { audio: [], video: [] },
  });
  const { sender, onTrack } = peer.addTransceiver('audio', { direction: 'sendrecv' });
  const heard: RtpPacket[] = [];
  let listener: (packet: RtpPacket) => void = (packet) => void heard.push(packet);
  onTrack.subscribe((track) => track.onReceiveRtp.subscribe((packet) => listener(packet)));
  let sequence = 100;

  return {
    peer,
    heard,
    sent,
    onPacket: (take: (packet: RtpPacket) => void) => { listener = take; },
    offer: async (restart = false): Promise<string> => {
      const offer = await peer.createOffer({ iceRestart: restart });
      asksNobody(peer);
      await peer.setLocalDescription(offer);
      keepSent(peer, sent, change);
      return peer.localDescription!.sdp;
    },
    take: async (answer: string) => {
      const again = peer.connectionState === 'connected';
      await peer.setRemoteDescription({ type: 'answer', sdp: answer });
      if (again) void peer.iceTransports[0]!.start().catch(() => {});
    },
    connected: () => new Promise<void>((done) => {
      if (peer.connectionState === 'connected') done();
      peer.connectionStateChange.subscribe((state) => { if (state === 'connected') done(); });
    }),
    send: (payload: Uint8Array, timestamp: number, payloadType = AUDIO[codec][0]!.payloadType) => {
      sequence = (sequence + 1) & 0xffff;
      const header = new RtpHeader({ payloadType, timestamp, sequenceNumber: sequence, ssrc: sender.ssrc });
      return payloadType === AUDIO[codec][0]!.payloadType
        ? sender.sendRtp(new RtpPacket(header, Buffer.from(payload)))
        : sender.transport!.sendRtp(Buffer.from(payload), header);
    },
    close: () => peer.close(),
  };
};

/** Without a server of ours the engine asks one on the internet where we are, and waits five seconds where none answers. */
const asksNobody = (peer: RTCPeerConnection) => {
  for (const { connection } of peer.iceTransports) Object.assign(connection, { stunServer: undefined });
};

type Socket = { send: (packet: Buffer, to: unknown) => Promise<void> };

/** Writes down the first packets that leave, and lets each be changed on its way. */
const keepSent = (peer: RTCPeerConnection, sent: Buffer[], change: (packet: Buffer) => Buffer) => {
  for (const { transport } of (peer.iceTransports[0]!.connection as unknown as { protocols: { transport: Socket }[] }).protocols) {
    const { send } = transport;
    transport.send = (packet, to) => {
      if (sent.length < 200) sent.push(Buffer.from(packet));
      return send.call(transport, change(packet), to);
    };
  }
};
