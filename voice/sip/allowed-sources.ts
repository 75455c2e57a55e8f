import { BlockList, isIP, isIPv6 } from 'node:net';

/** Undefined when one of them is neither an address nor a network: a typing fault must not open the door. */
export const readSources = (sources: readonly string[]): BlockList | undefined => {
  const list = new BlockList();
  for (const source of sources) {
    const [address = '', bits, ...more] = source.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    const widest = family === 'ipv6' ? 128 : 32;
    if (!isIP(address) || more.length > 0) return undefined;
    if (bits === undefined) list.addAddress(address, family);
    else if (/^\d{1,3}$/.test(bits) && Number(bits) <= widest) list.addSubnet(address, Number(bits), family);
    else return undefined;
  }
  return list;
};

export const admits = (list: BlockList, address: string): boolean =>
  isIP(address) !== 0 && list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
