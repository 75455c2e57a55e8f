/** Long names in small letters; one entry for each value, in the order of the wire. */
export type Headers = readonly (readonly [name: string, value: string])[];

export type SipRequest = { kind: 'request'; method: string; uri: string; headers: Headers; body: Uint8Array };
export type SipResponse = { kind: 'response'; status: number; reason: string; headers: Headers; body: Uint8Array };
export type SipMessage = SipRequest | SipResponse;

export const NO_BODY = new Uint8Array();

export const header = (message: { headers: Headers }, name: string): string | undefined =>
  message.headers.find(([known]) => known === name)?.[1];

export const headers = (message: { headers: Headers }, name: string): string[] =>
  message.headers.filter(([known]) => known === name).map(([, value]) => value);

/** The words of a list such as Allow or Supported. */
export const words = (message: { headers: Headers }, name: string): string[] =>
  headers(message, name).flatMap((value) => value.split(',')).map((word) => word.trim().toLowerCase()).filter(Boolean);

export type Sequence = { number: number; method: string };

/** Asked only of messages that were read: there it is always well formed. */
export const sequenceOf = (message: { headers: Headers }): Sequence => {
  const [number = '0', method = ''] = (header(message, 'cseq') ?? '').split(/\s+/);
  return { number: Number(number), method };
};
