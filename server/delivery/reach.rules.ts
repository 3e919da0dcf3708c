import { BlockList, isIP } from 'node:net';

/** Networks of version 4 that are nobody's on the open Internet. Source: IANA, special-purpose address registry. */
const CLOSED_4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
  ...['192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
  ...['224.0.0.0/4', '240.0.0.0/4'],
];

/** Where addresses of version 6 are given out; all others are local, mapped, translated or reserved. */
const OPEN_6 = '2000::/3';
/** Within it: protocols and tunnels that lead elsewhere (Teredo, 6to4), and what is kept for documentation. */
const CLOSED_6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

const closed = listOf(CLOSED_4, 'ipv4');
const open6 = listOf([OPEN_6], 'ipv6');
const closed6 = listOf(CLOSED_6, 'ipv6');

/** Whether an address is one of the open Internet: neither this machine, nor its network, nor another way to them. */
export function isPublic(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !closed.check(address, 'ipv4');
  return version === 6 && open6.check(address, 'ipv6') && !closed6.check(address, 'ipv6');
}

/** Why an address cannot be written to, before it is looked up; null when it may. */
export function faultOfUrl(text: string): 'NOT_A_URL' | 'NOT_HTTP' | 'CREDENTIALS' | 'PORT' | 'PRIVATE' | null {
  const url = URL.parse(text);
  if (!url || text.length > 500) return 'NOT_A_URL';
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'NOT_HTTP';
  if (url.username || url.password) return 'CREDENTIALS';
  if (url.port && url.port !== '443' && url.port !== '80') return 'PORT';
  const host = hostOf(url);
  return (isIP(host) && !isPublic(host)) || isHome(host) ? 'PRIVATE' : null;
}

/** The host of an address, IPv6 without its brackets; numbers in any writing have become dotted ones. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[(.*)\]$/, '$1');

/** Names that mean this machine or its network, whatever a resolver says. */
const isHome = (host: string): boolean => /(^|\.)(localhost|local|internal|home\.arpa)\.?$/i.test(host);

function listOf(ranges: readonly string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [net = '', bits] = range.split('/');
    list.addSubnet(net, Number(bits), family);
  }
  return list;
}
