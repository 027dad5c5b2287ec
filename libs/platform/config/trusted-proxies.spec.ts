import { describe, expect, it } from '@jest/globals';
import { trustedProxiesIn } from './trusted-proxies.js';

describe('trusted proxies', () => {
  it.each([undefined, '', '0', 'false'])('are nobody for %j', (text) =>
    expect(trustedProxiesIn(text)).toEqual([]),
  );

  it.each(['1', 'true'])('are the own networks for %s', (text) =>
    expect(trustedProxiesIn(text)).toEqual(['loopback', 'linklocal', 'uniquelocal']),
  );

  it.each([
    ['10.1.2.3', ['10.1.2.3']],
    ['loopback, 192.168.7.0/24', ['loopback', '192.168.7.0/24']],
    ['10.0.0.0/8', ['10.0.0.0/8']],
    ['fd00:7::1, 2001:db8::/32', ['fd00:7::1', '2001:db8::/32']],
  ])('are those of %s', (text, named) => expect(trustedProxiesIn(text)).toEqual(named));

  it.each([
    '2',
    'all',
    '*',
    '0.0.0.0/0',
    '::/0',
    '10.0.0.0/7',
    '10.0.0.0/33',
    '10.0.0',
    'loopback,',
  ])('cannot be %s', (text) => expect(trustedProxiesIn(text)).toBeNull());
});
