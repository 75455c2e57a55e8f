/** Puts the address that the world sees before our own: behind 1:1 NAT the port stays the same. */
export const withPublicAddress = (sdp: string, publicAddress?: string): string => {
  if (!publicAddress) return sdp;
  const lines = sdp.split('\r\n');
  const first = lines.findIndex((line) => HOST.test(line));
  if (first === -1) return sdp;
  const said = lines[first]!.replace(HOST, (_, before: string, _address, after: string) => `a=candidate:public ${before} ${publicAddress} ${after}`);
  return [...lines.slice(0, first), said, ...lines.slice(first)].join('\r\n');
};

const HOST = /^a=candidate:\S+ (1 udp \d+) ([\d.]+) (\d+ typ host)/i;
