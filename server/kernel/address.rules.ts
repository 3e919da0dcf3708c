import { BlockList, isIP } from 'node:net';

/** Addresses that begin alike: "192.0.2.0/24", "2001:db8::/32", or a single one. */
interface Range {
  readonly net: string;
  readonly bits: number;
  readonly family: 'ipv4' | 'ipv6';
}

/** Reads a range as people write it; null when it is none. */
export function rangeOf(text: string): Range | null {
  const [net = '', bits, more] = text.trim().split('/');
  const version = isIP(net);
  if (version === 0 || more !== undefined || (bits !== undefined && !/^\d{1,3}$/.test(bits))) return null;
  const most = version === 4 ? 32 : 128;
  const kept = bits === undefined ? most : Number(bits);
  return kept <= most ? { net, bits: kept, family: version === 4 ? 'ipv4' : 'ipv6' } : null;
}

/** Whether an address lies in one of the ranges; in none, when there is none. IPv4 written as IPv6 is IPv4. */
export function isWithin(address: string, ranges: readonly string[]): boolean {
  const family = isIP(address) === 4 ? 'ipv4' : 'ipv6';
  const listed = new BlockList();
  for (const range of ranges.map(rangeOf)) if (range) listed.addSubnet(range.net, range.bits, range.family);
  return isIP(address) !== 0 && listed.check(address, family);
}

/**
 * What stands for whoever comes from an address: itself in IPv4; in IPv6 the /64 it is in, since a single household has
 * as many addresses as it wants.
 */
export function neighbourhoodOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (isIP(address) !== 6 || mapped) return mapped ?? address;
  const [head = '', tail] = address.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros =
    tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  return `${[...left, ...zeros, ...right]
    .slice(0, 4)
    .map((part) => part.toLowerCase())
    .join(':')}::/64`;
}
