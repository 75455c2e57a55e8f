/** A TURN or STUN server as browsers know it; credentials run out by themselves. */
export type IceServer = { urls: string[]; username?: string; credential?: string };

export type DoorRefusal =
  /** The token is forged, run out, for another leg, or its leg is over. */
  | 'bad-token'
  /** The offer is too long, no audio, more than one way of sound, or not SDP at all. */
  | 'bad-offer'
  | 'too-many-tries'
  /** No codec that both know. */
  | 'no-codec'
  | 'overloaded'
  /** The wire could not be set up. */
  | 'failed';

export type DoorAnswer<Done extends object = object> = (Done & { refused?: undefined }) | { refused: DoorRefusal };

/**
 * Where browsers bring the sound of one leg. What stands here comes from the internet: the token says which leg it is
 * for, nothing else is believed.
 */
export type BrowserDoor = {
  /** What a browser needs for one leg: a token that runs out, and the servers that help it through firewalls. */
  invite: (leg: string) => Promise<DoorAnswer<{ token: string; iceServers: IceServer[] }>>;
  /** Offer in, answer out. Asked again with a new offer, the leg keeps its place and gets a new way (ICE restart). */
  connect: (wish: { token: string; sdp: string; address: string }) => Promise<DoorAnswer<{ sdp: string }>>;
  /** A candidate that was found after the offer was sent; the empty one says that there are no more. */
  candidate: (wish: { token: string; candidate: string; address: string }) => Promise<DoorAnswer>;
};
