import { isIPv6 } from 'node:net';

const GROUPS = 8;
const GROUPS_OF_A_NETWORK = 4;
const IPV4_INSIDE = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/**
 * What counts as one network: an IPv4 address, or the /64 that an IPv6 address is in, since one
 * subscriber holds all of it.
 *
 * @example networkOf('2001:db8:1:2:3:4:5:6') // → '2001:db8:1:2::/64'
 * @example networkOf('::ffff:10.0.0.1') // → '10.0.0.1'
 */
export function networkOf(address: string): string {
  const inside = IPV4_INSIDE.exec(address)?.[1];
  if (inside !== undefined) return inside;
  const [plain = ''] = address.split('%');
  return isIPv6(plain)
    ? `${groupsOf(plain).slice(0, GROUPS_OF_A_NETWORK).join(':')}::/64`
    : address;
}

/** All eight groups, in the shortest writing of each. */
function groupsOf(address: string): string[] {
  // A URL's host is the shortest writing, with the last four bytes of a mixed one as groups.
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const first = head === '' ? [] : head.split(':');
  const last = tail === undefined || tail === '' ? [] : tail.split(':');
  const gap = tail === undefined ? 0 : GROUPS - first.length - last.length;
  return [...first, ...Array.from({ length: gap }, () => '0'), ...last];
}
