import { describe, expect, test } from 'vitest';
import { makeBackOffice } from '../support/back-office.ts';
import { makeEdition } from '../support/edition.ts';
import { fetched, GRANT, partnersOf, WISH } from '../support/partnering.ts';

const office = await makeBackOffice('access');
const { ask, done, sql, time } = office;
await makeEdition(office, 'PUBLISHED');
const { asGuest, linkTo, partner, request } = partnersOf(office);

const YEARS = '{ editions { totalCount } }';
const GRANT_ACCESS = `mutation ($id: ID!, $version: Int!, $input: GrantInput!) {
  grantAccess(id: $id, version: $version, input: $input) { id state scope { embargo } } }`;
const CLOSE = 'mutation ($id: ID!, $motive: Prose!) { closeAccess(id: $id, motive: $motive) { state } }';
const mailsTo = (email: string) =>
  sql<{ subject: string; body: string }>('select subject, body from mail where recipient = ?', [email]);
const later = (days: number) => {
  time.now = new Date(time.now.getTime() + days * 86_400_000);
};
/** What is known of a token is believed for two seconds. */
const refusedSoon = (token: string, code: string, from?: string) =>
  expect
    .poll(async () => (await fetched(office, YEARS, { token, ...(from ? { from } : {}) })).refusals)
    .toEqual([code]);

describe('a partner', () => {
  test('asks for an access, follows it on its page, is granted it and reads under its name', async () => {
    expect((await request({ ...WISH, wanted: { ...WISH.wanted, embargo: [2022] } })).json()).toEqual({
      received: true,
    });
    const link = await linkTo(WISH.email);
    const OWN = '{ ownAccess { state organisation scope { embargo } tokens { prefix } } }';
    expect((await asGuest(link, OWN)).value).toEqual({
      state: 'REQUESTED',
      organisation: WISH.organisation,
      scope: { embargo: [2022] },
      tokens: [],
    });
    expect((await asGuest(link, 'mutation { issueOwnToken }')).refusals).toEqual(['ACCESS_STATE']);

    const { partnerAccesses } = (
      await ask<{ partnerAccesses: { items: { id: string; version: number; purpose: string }[] } }>(
        'MANAGER',
        '{ partnerAccesses(state: REQUESTED) { items { id version purpose } } }',
      )
    ).data;
    const { id, version, purpose } = partnerAccesses.items[0] ?? { id: '', version: 0, purpose: '' };
    expect(purpose).toBe(WISH.purpose);
    const scope = { embargo: [2022, 2018, 2022] };
    expect(await done(GRANT_ACCESS, { id, version, input: { ...GRANT, scope } })).toEqual({
      id,
      state: 'GRANTED',
      scope: { embargo: [2018, 2022] },
    });
    const page = await linkTo(WISH.email);
    expect(page).not.toBe(link);
    expect((await asGuest(link, OWN)).refusals).toEqual(['INVITATION_UNKNOWN']);
    const token = (await asGuest<string>(page, 'mutation { issueOwnToken }')).value;
    expect(token).toMatch(/^bar_[\w-]{32}$/);
    expect((await asGuest(page, OWN)).value).toMatchObject({ tokens: [{ prefix: token.slice(0, 10) }] });
    expect(await fetched(office, YEARS, { token })).toMatchObject({ status: 200, refusals: [] });
    const kept = JSON.stringify([
      await sql('select * from partner_token'),
      await sql(`select after from change where noun = 'partner_token'`),
    ]);
    expect(kept).not.toContain(token.slice(10));
  });

  test('is refused with a motive, and told that what is published stays readable', async () => {
    await request({ ...WISH, email: 'refused@example.org' });
    const [{ id } = { id: '' }] = await sql<{ id: string }>(
      `select id from partner_access where email = 'refused@example.org'`,
    );
    expect(await done(CLOSE, { id, motive: 'Usage commercial.' })).toEqual({ state: 'REFUSED' });
    expect((await mailsTo('refused@example.org')).map(({ body }) => body).join()).toContain('Usage commercial.');
    expect((await ask('MANAGER', CLOSE, { id, motive: 'Encore.' })).refusals).toEqual(['ACCESS_STATE']);
  });

  test('whose request says too little, or too much, is told so; nothing is kept', async () => {
    const before = await sql('select count(*) from partner_access');
    for (const wrong of [
      {},
      [],
      'bonjour',
      { ...WISH, email: 'pas une adresse' },
      { ...WISH, name: '' },
      { ...WISH, name: 'a\nb' },
      { ...WISH, purpose: ' ' },
      { ...WISH, state: 'GRANTED' },
      { ...WISH, wanted: { embargo: ['2022'] } },
    ]) {
      const response = await office.app.inject({
        method: 'POST',
        url: '/partner/requests',
        remoteAddress: `192.0.2.${Math.abs(JSON.stringify(wrong).length % 250)}`,
        headers: { 'content-type': 'application/json' },
        payload: JSON.stringify(wrong),
      });
      expect(response.statusCode, JSON.stringify(wrong)).toBe(422);
      expect(response.json().errors[0].extensions.code).toBe('ACCESS_INCOMPLETE');
    }
    expect(await sql('select count(*) from partner_access')).toEqual(before);
  });

  test('who is not known is answered like one who is, and an address is not written to without end', async () => {
    const links = (email: string, from: string) =>
      office.app.inject({ method: 'POST', url: '/partner/links', remoteAddress: from, payload: { email } });
    const { email } = await partner();
    const [known, unknown] = [await links(email, '198.51.100.1'), await links('personne@example.org', '198.51.100.2')];
    expect([known.statusCode, known.body]).toEqual([unknown.statusCode, unknown.body]);
    expect(await mailsTo('personne@example.org')).toEqual([]);
    for (let i = 0; i < 8; i++) await links(email, `198.51.100.${10 + i}`);
    expect((await mailsTo(email)).length).toBe(5);
    const statuses: number[] = [];
    for (let i = 0; i < 12; i++) statuses.push((await links('x@example.org', '198.51.100.99')).statusCode);
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 202), 429, 429]);
  });

  test('replaces its token without a gap: both work for a week, then the new one alone', async () => {
    const { ask: own, token } = await partner();
    const next = (await own<string>('mutation { issueOwnToken }')).value;
    for (const each of [token, next]) expect((await fetched(office, YEARS, { token: each })).refusals).toEqual([]);
    later(7);
    await refusedSoon(token, 'TOKEN_EXPIRED');
    expect((await fetched(office, YEARS, { token: next })).refusals).toEqual([]);
    // Nobody used it for three years: it works.
    later(1100);
    expect((await fetched(office, YEARS, { token: next })).refusals).toEqual([]);
    expect((await own('{ ownAccess { state } }')).refusals).toEqual(['INVITATION_UNKNOWN']);
  });

  test('makes a token useless, and so do staff with an access; another partner cannot', async () => {
    const [one, other] = [await partner(), await partner()];
    const TOKENS = '{ ownAccess { tokens { id } } }';
    const [{ id } = { id: '' }] = (await one.ask<{ tokens: { id: string }[] }>(TOKENS)).value.tokens;
    const REVOKE = 'mutation ($id: ID!) { revokeOwnToken(id: $id) { revokedAt } }';
    expect((await other.ask(REVOKE, { id })).refusals).toEqual(['NOT_FOUND']);
    expect((await fetched(office, YEARS, { token: one.token })).refusals).toEqual([]);
    expect((await one.ask(REVOKE, { id })).refusals).toEqual([]);
    await refusedSoon(one.token, 'TOKEN_REVOKED');
    await done(CLOSE, { id: other.id, motive: 'Jeton publié sur un forum.' });
    await refusedSoon(other.token, 'TOKEN_REVOKED');
  });

  test('reads until the last day of its access, midnight in Paris', async () => {
    time.now = new Date('2026-06-30T21:59:00Z');
    const { token } = await partner({ expiresOn: '2026-06-30' });
    expect((await fetched(office, YEARS, { token })).refusals).toEqual([]);
    time.now = new Date('2026-06-30T22:00:00Z');
    expect((await fetched(office, YEARS, { token })).refusals).toEqual(['TOKEN_EXPIRED']);
  });

  test('whose token was stolen: it is worth nothing elsewhere, whatever the thief says of where they are', async () => {
    const { token } = await partner({ addresses: ['192.0.2.0/24', '2001:db8:1::/48'] });
    for (const from of ['192.0.2.200', '2001:db8:1:5::9', '::ffff:192.0.2.3'])
      expect((await fetched(office, YEARS, { token, from })).refusals, from).toEqual([]);
    for (const from of ['192.0.3.1', '2001:db8:2::1', '::1', '127.0.0.1'])
      for (const headers of [
        {},
        { 'x-forwarded-for': '192.0.2.1' },
        { forwarded: 'for=192.0.2.1' },
        { 'x-real-ip': '192.0.2.1' },
      ])
        expect(await fetched(office, YEARS, { token, from, headers }), from).toMatchObject({
          status: 403,
          refusals: ['TOKEN_ELSEWHERE'],
        });
  });

  test.each([
    '',
    'Bearer',
    'Bearer ',
    'Bearer bar_',
    'Basic YTpi',
    'Bearer a b',
    `Bearer ${'x'.repeat(5000)}`,
    'Bearer bar_é',
    "Bearer ' or 1=1 --",
  ])('who shows %j shows no token, and is answered like anyone with a wrong one', async (authorization) => {
    const answers = await Promise.all(
      [authorization, `Bearer bar_${'a'.repeat(32)}`].map((each) =>
        office.app.inject({
          method: 'POST',
          url: '/graphql',
          headers: { authorization: each },
          payload: { query: YEARS },
        }),
      ),
    );
    expect(answers[0]?.statusCode).toBe(401);
    expect(answers[0]?.body).toBe(answers[1]?.body);
  });

  test('is granted nothing that does not make sense', async () => {
    await request({ ...WISH, email: 'sens@example.org' });
    const [access] = await sql<{ id: string; version: number }>(
      `select id, version from partner_access where email = 'sens@example.org'`,
    );
    for (const [wrong, field] of [
      [{ addresses: ['partout'] }, 'addresses'],
      [{ addresses: ['192.0.2.0/33'] }, 'addresses'],
      [{ allowance: 1 }, 'allowance'],
      [{ contract: '1999-01' }, 'contract'],
    ] as const) {
      const { refusals, details } = await ask('MANAGER', GRANT_ACCESS, { ...access, input: { ...GRANT, ...wrong } });
      expect(refusals).toEqual(['ACCESS_INVALID']);
      expect(details).toMatchObject([{ faults: [{ field }] }]);
    }
    expect((await ask('MANAGER', GRANT_ACCESS, { ...access, version: 99, input: GRANT })).refusals).toEqual(['STALE']);
  });
});

describe('behind a proxy that is declared', async () => {
  const behind = await makeBackOffice('proxied', { trustedProxies: ['10.0.0.0/8'] });
  const { token } = await partnersOf(behind).partner({ addresses: ['192.0.2.0/24'] });
  const from = (remote: string, forwarded: string) =>
    fetched(behind, YEARS, { token, from: remote, headers: { 'x-forwarded-for': forwarded } });

  test('its word is taken for where a request comes from, and nobody else’s', async () => {
    expect((await from('10.1.2.3', '192.0.2.1')).refusals).toEqual([]);
    expect((await from('10.1.2.3', '203.0.113.1')).refusals).toEqual(['TOKEN_ELSEWHERE']);
    expect((await from('203.0.113.1', '192.0.2.1')).refusals).toEqual(['TOKEN_ELSEWHERE']);
    // What stands before what the proxy itself wrote was written by whoever asks.
    expect((await from('10.1.2.3', '192.0.2.1, 203.0.113.1')).refusals).toEqual(['TOKEN_ELSEWHERE']);
    expect((await from('10.1.2.3', '203.0.113.1, 192.0.2.1')).refusals).toEqual([]);
  });
});
