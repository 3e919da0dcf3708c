import { expect } from 'vitest';
import { Mail } from '../../server/kernel/mail.ts';
import type { BackOffice } from './back-office.ts';

/** What a partner asks for, unless a test says otherwise. */
export const WISH = {
  name: 'Ada Lovelace',
  organisation: 'Le Courrier des communes',
  email: 'ada@courrier.example.org',
  purpose: 'Suivre l’accueil du public dans les communes.',
  wanted: { embargo: [] as number[] },
};

export const GRANT = {
  scope: { embargo: [] as number[] },
  expiresOn: null as string | null,
  addresses: [] as string[],
  allowance: 200_000,
  contract: '2026-11',
};

const GRANT_ACCESS = `mutation ($id: ID!, $version: Int!, $input: GrantInput!) {
  grantAccess(id: $id, version: $version, input: $input) { id version state } }`;

/** What partners and staff do, in words. */
export function partnersOf(office: BackOffice) {
  const { app, em, done, sql } = office;
  let count = 0;

  const request = (payload: object) => app.inject({ method: 'POST', url: '/partner/requests', payload });
  /** The secret of the link in the latest letter to an address. */
  const linkTo = async (email: string): Promise<string> => {
    const mails = await em.fork().find(Mail, { recipient: email }, { orderBy: { createdAt: 'desc' }, limit: 1 });
    return /#\/partner\?token=(\S+)/.exec(mails[0]?.body ?? '')?.[1] ?? '';
  };
  const asGuest = async <Value>(link: string, query: string, variables: object = {}) => {
    const response = await app.inject({
      ...{ method: 'POST', url: '/admin/graphql', headers: { 'x-registration': link } },
      payload: { query, variables },
    });
    const { data, errors = [] } = response.json<{
      data: Record<string, Value> | null;
      errors?: { extensions: { code: string; details?: object } }[];
    }>();
    return {
      value: Object.values(data ?? {})[0] as Value,
      refusals: errors.map(({ extensions }) => extensions.code),
      details: errors.map(({ extensions }) => extensions.details ?? {}),
    };
  };
  /** A partner that asked, was granted and took its token. */
  const partner = async (grant: Partial<typeof GRANT> = {}) => {
    const email = `partner${++count}@example.org`;
    const organisation = `Partenaire n° ${count}`;
    expect((await request({ ...WISH, organisation, email })).statusCode).toBe(202);
    const [access] = await sql<{ id: string; version: number }>(
      'select id, version from partner_access where email = ?',
      [email],
    );
    const { id = '', version = 0 } = access ?? {};
    await done(GRANT_ACCESS, { id, version, input: { ...GRANT, ...grant } });
    const link = await linkTo(email);
    const { value: token } = await asGuest<string>(link, 'mutation { issueOwnToken }');
    return {
      id,
      email,
      organisation,
      link,
      token,
      ask: <Value>(query: string, variables?: object) => asGuest<Value>(link, query, variables),
    };
  };
  return { request, linkTo, asGuest, partner };
}

/** Asks the published world over HTTP, as a program does. */
export async function fetched(
  { app }: Pick<BackOffice, 'app'>,
  query: string,
  {
    token,
    headers = {},
    from = '192.0.2.7',
    ...more
  }: {
    readonly token?: string;
    readonly headers?: Record<string, string>;
    readonly from?: string;
    readonly variables?: object;
    readonly extensions?: object;
  } = {},
) {
  const response = await app.inject({
    ...{ method: 'POST', url: '/graphql', remoteAddress: from, payload: { query, ...more } },
    headers: { 'x-cost': 'told', ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
  });
  const {
    data,
    errors = [],
    extensions,
  } = response.json<{
    data?: Record<string, unknown> | null;
    errors?: { message: string; extensions: { code: string; details?: Record<string, unknown> } }[];
    extensions?: { cost?: { requested: number; remaining: number; resetAt: string } };
  }>();
  return {
    status: response.statusCode,
    headers: response.headers,
    data,
    refusals: errors.map(({ extensions }) => extensions.code),
    details: errors.map(({ extensions }) => extensions.details ?? {}),
    cost: extensions?.cost,
  };
}
