import { describe, expect, test } from 'vitest';
import { isWithin, neighbourhoodOf, rangeOf } from '../../server/kernel/address.rules.ts';

describe('a range of addresses', () => {
  test.each(['192.0.2.0/24', '192.0.2.1', '0.0.0.0/0', '2001:db8::/32', '::1', ' 192.0.2.1 '])('%j is one', (text) => {
    expect(rangeOf(text)).not.toBeNull();
  });
  test.each([
    '',
    '/',
    '192.0.2.0/33',
    '2001:db8::/129',
    '192.0.2.0/-1',
    '192.0.2.0/2.5',
    '192.0.2',
    '192.0.2.0/24/8',
    'example.org',
    '192.0.2.0/',
  ])('%j is none', (text) => expect(rangeOf(text)).toBeNull());
  test('holds what lies in it, in whichever writing', () => {
    const ranges = ['192.0.2.0/24', '2001:db8::/32'];
    for (const address of ['192.0.2.0', '192.0.2.255', '::ffff:192.0.2.9', '2001:db8:ffff::1'])
      expect(isWithin(address, ranges), address).toBe(true);
    for (const address of ['192.0.3.0', '::ffff:192.0.3.9', '2001:db9::1', '', 'x'])
      expect(isWithin(address, ranges), address).toBe(false);
    expect(isWithin('192.0.2.1', [])).toBe(false);
  });
  test('a household of IPv6 is one neighbour, however many addresses it takes', () => {
    expect(neighbourhoodOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64');
    expect(neighbourhoodOf('2001:DB8:1:2::9')).toBe('2001:db8:1:2::/64');
    expect(neighbourhoodOf('2001:db8::9')).toBe('2001:db8:0:0::/64');
    expect(neighbourhoodOf('::1')).toBe('0:0:0:0::/64');
    expect(neighbourhoodOf('::ffff:192.0.2.1')).toBe('192.0.2.1');
    expect(neighbourhoodOf('192.0.2.1')).toBe('192.0.2.1');
  });
});
