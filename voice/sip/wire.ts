export type Address = { address: string; port: number };

/** One way that messages travel. It knows bytes and addresses, not what is said. */
export type Wire = {
  readonly transport: 'UDP' | 'TCP' | 'TLS';
  /** A reliable way repeats nothing. */
  readonly reliable: boolean;
  /** As peers are told to reach us. */
  readonly local: Address;
  send: (message: Buffer, to: Address, failed: () => void) => void;
  close: () => Promise<void>;
};

export type WireEars = {
  /** Asked before a byte of a stranger is read. */
  admits: (address: string) => boolean;
  message: (bytes: Buffer, from: Address) => void;
};

export const samePlace = (one: Address, other: Address): boolean => one.address === other.address && one.port === other.port;

/** A host as it stands in a URI or a Via: IPv6 in brackets. */
export const written = ({ address, port }: Address): string =>
  `${address.includes(':') ? `[${address}]` : address}:${port}`;
