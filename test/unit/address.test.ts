import { describe, expect, test } from 'vitest';
import { nextAttempt } from '../../server/delivery/patience.rules.ts';
import { faultOfUrl, isPublic } from '../../server/delivery/reach.rules.ts';
import { isSigned, signatureOf } from '../../server/delivery/signature.rules.ts';
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

describe('where we write to', () => {
  test.each([
    '127.0.0.1',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '192.0.2.1',
    '::',
    '::1',
    'fe80::1',
    'fc00::1',
    'fd00:ec2::254',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:0:7f00:1::',
    '2001:db8::1',
    'localhost',
    '',
    '0x7f000001',
  ])('%j is not of the open Internet', (address) => expect(isPublic(address)).toBe(false));
  test.each(['8.8.8.8', '1.1.1.1', '172.32.0.1', '192.0.1.1', '2606:4700:4700::1111', '2a00:1450::1'])(
    '%j is',
    (address) => expect(isPublic(address)).toBe(true),
  );

  test.each([
    ['bonjour', 'NOT_A_URL'],
    ['', 'NOT_A_URL'],
    [`https://example.org/${'a'.repeat(500)}`, 'NOT_A_URL'],
    ['ftp://example.org/', 'NOT_HTTP'],
    ['file:///etc/passwd', 'NOT_HTTP'],
    ['javascript:alert(1)', 'NOT_HTTP'],
    ['https://a:b@example.org/', 'CREDENTIALS'],
    ['https://example.org:8443/', 'PORT'],
    ['http://example.org:22/', 'PORT'],
    ['http://127.0.0.1/', 'PRIVATE'],
    ['http://2130706433/', 'PRIVATE'],
    ['http://0x7f.1/', 'PRIVATE'],
    ['http://0177.0.0.1/', 'PRIVATE'],
    ['http://127.1/', 'PRIVATE'],
    ['http://[::1]/', 'PRIVATE'],
    ['http://[::ffff:127.0.0.1]/', 'PRIVATE'],
    ['http://[::ffff:a00:1]/', 'PRIVATE'],
    ['http://１２７.０.０.１/', 'PRIVATE'],
    ['http://localhost/', 'PRIVATE'],
    ['http://LOCALHOST./', 'PRIVATE'],
    ['https://postgres.internal/', 'PRIVATE'],
    ['http://imprimante.local/', 'PRIVATE'],
    ['http://169.254.169.254/latest/meta-data/', 'PRIVATE'],
  ])('%j is refused: %s', (url, fault) => expect(faultOfUrl(url)).toBe(fault));
  test.each(['https://example.org/hook', 'http://example.org', 'https://example.org:443/a?b=c', 'https://8.8.8.8/'])(
    '%j may be tried',
    (url) => expect(faultOfUrl(url)).toBeNull(),
  );
});

describe('a signature', () => {
  const [body, secret, at] = ['{"kind":"test"}', 'whsec_a', new Date('2022-11-10T10:00:00Z')];
  const header = signatureOf([secret], body, at);
  const shifted = (seconds: number) => new Date(at.getTime() + seconds * 1000);

  test('is that of the body, by whoever shares the secret, within five minutes', () => {
    expect(header).toMatch(/^t=1668074400,v1=[0-9a-f]{64}$/);
    for (const seconds of [0, 299, -299]) expect(isSigned(header, secret, body, shifted(seconds))).toBe(true);
    for (const seconds of [301, -301]) expect(isSigned(header, secret, body, shifted(seconds))).toBe(false);
    expect(isSigned(header, 'whsec_b', body, at)).toBe(false);
    expect(isSigned(header, secret, `${body} `, at)).toBe(false);
    expect(isSigned(header.replace('t=1668074400', 't=1668074401'), secret, body, at)).toBe(false);
    for (const nonsense of ['', 't=', 'v1=00', `t=1668074400,v1=${'0'.repeat(64)}`])
      expect(isSigned(nonsense, secret, body, at)).toBe(false);
  });

  test('of two secrets holds for either, while one takes the place of the other', () => {
    const both = signatureOf(['whsec_new', secret], body, at);
    for (const each of ['whsec_new', secret]) expect(isSigned(both, each, body, at)).toBe(true);
  });
});

test('a delivery is tried for more than three days, ever less often, then no more', () => {
  const start = new Date('2022-11-10T10:00:00Z');
  const waits: number[] = [];
  let now = start;
  for (let attempts = 1; ; attempts++) {
    const next = nextAttempt(attempts, now);
    if (!next) break;
    waits.push(next.getTime() - now.getTime());
    now = next;
  }
  expect(waits).toEqual(waits.toSorted((a, b) => a - b));
  expect((now.getTime() - start.getTime()) / 86_400_000).toBeGreaterThan(3);
  expect(waits.length).toBeLessThan(12);
});
