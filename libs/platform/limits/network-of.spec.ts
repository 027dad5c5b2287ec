import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { networkOf } from './network-of.js';

describe('the network of an address', () => {
  it.each([
    ['10.0.0.1', '10.0.0.1'],
    ['::ffff:10.0.0.1', '10.0.0.1'],
    ['::1', '0:0:0:0::/64'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::', '2001:db8:1:2::/64'],
    ['2001:db8::6', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['64:ff9b::10.0.0.1', '64:ff9b:0:0::/64'],
    ['not an address', 'not an address'],
  ])('%s is in %s', (address, network) => expect(networkOf(address)).toBe(network));

  it('does not change with the last 64 bits', () => {
    const hosts = fc.tuple(fc.ipV6(), fc.ipV6());
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffff }), hosts, (group, [one, other]) => {
        const at = (host: string) => `2001:db8:7:${group.toString(16)}:${tailOf(host)}`;
        expect(networkOf(at(one))).toBe(networkOf(at(other)));
      }),
    );
  });
});

/** Four groups made of the letters of an address. */
function tailOf(host: string): string {
  const digits = host.replaceAll(/[^0-9a-f]/gi, '').padEnd(16, '0');
  return [0, 4, 8, 12].map((from) => digits.slice(from, from + 4)).join(':');
}
