import { isIP, isIPv4 } from 'node:net';

/** The town's own networks, by the names that the HTTP server knows. */
const OWN_NETWORKS = ['loopback', 'linklocal', 'uniquelocal'];

/**
 * Whose `X-Forwarded-*` headers are believed: addresses, networks or names of own networks, with
 * commas between. `1` means every proxy in the own networks; nobody is believed by default. Null for
 * what names nobody. "All" cannot be said: then whoever asks could write any address.
 *
 * @example trustedProxiesIn('10.1.2.3, 192.168.7.0/24') // → ['10.1.2.3', '192.168.7.0/24']
 * @example trustedProxiesIn('1') // → ['loopback', 'linklocal', 'uniquelocal']
 * @example trustedProxiesIn('everybody') // → null
 */
export function trustedProxiesIn(text: string | undefined): readonly string[] | null {
  if (!text || text === '0' || text === 'false') return [];
  if (text === '1' || text === 'true') return OWN_NETWORKS;
  const named = text.split(',').map((part) => part.trim());
  return named.every((name) => OWN_NETWORKS.includes(name) || isNetwork(name)) ? named : null;
}

function isNetwork(text: string): boolean {
  const [, address = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  if (isIP(address) === 0) return false;
  // A network as wide as the world would believe everybody.
  return bits === undefined || (Number(bits) >= 8 && Number(bits) <= (isIPv4(address) ? 32 : 128));
}
