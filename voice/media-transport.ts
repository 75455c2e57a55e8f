/** How sound is packed on the way to one leg, as its offer and answer agreed. */
export type LegCodec = {
  name: 'opus' | 'pcmu' | 'pcma';
  payloadType: number;
  /** Steps of the RTP timestamp in a second (RFC 3551, RFC 7587). */
  clockRate: 8000 | 48_000;
  /** Payload type of keyed digits (RFC 4733), when both sides know them; same clock rate. */
  digitsPayloadType?: number;
};

/** One RTP packet as it came, already decrypted; nothing in it is trusted. */
export type PacketIn = {
  payloadType: number;
  sequence: number;
  timestamp: number;
  marker: boolean;
  payload: Uint8Array;
  /** Milliseconds of the process's own clock (`performance.now()`). */
  arrivedAt: number;
};

/** One RTP packet to be sent; the transport gives it its sequence number and its source. */
export type PacketOut = { payloadType: number; timestamp: number; marker: boolean; payload: Uint8Array };

/** What the other side's RTCP reports say of our sound: share lost 0 to 1, jitter and round trip in milliseconds. */
export type FarReport = { lost: number; jitterMs: number; roundTripMs?: number };

/** The seam between a leg of the mixer and the wire: WebRTC and SIP each bring one of these. */
export type MediaTransport = {
  readonly codec: LegCodec;
  send: (packet: PacketOut) => void;
  /** One listener each; set before the first packet. */
  onPacket: (take: (packet: PacketIn) => void) => void;
  onReport: (take: (report: FarReport) => void) => void;
  /** Told once. `media-lost`: nothing came for too long, or the way broke. */
  onClosed: (told: (cause: 'closed' | 'media-lost') => void) => void;
  close: () => void;
};
