import { Agent, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { expect } from 'vitest';
import type { buildApp } from '../../server/app.ts';
import { chanceOf } from '../../server/demo/random.ts';
import { openJobs } from '../../server/kernel/jobs.ts';
import { contract } from '../../server/partner/contract.ts';
import { tableNames } from '../../server/partner/dictionary.ts';
import { operationsFrom, type Sent } from './asked.ts';
import { makeBackOffice } from './back-office.ts';
import { makeEdition } from './edition.ts';
import { partnersOf } from './partnering.ts';
import { releasesOf } from './released.ts';
import { byPhone, structures, type TestRow, tests } from './sample.ts';

/** As much as is ever asked, by anyone, paid in advance for the hour that the clock stands in: all have as much left. */
export const PAID = `insert into access.allowance (holder, hour, spent)
  select holder, '2022-07-01T09:00:00Z', -1e9 from
    (select 'token:' || id from partner_token union select 'from:127.0.0.1') held (holder)
  on conflict (holder, hour) do update set spent = excluded.spent`;

/** When the edition to come is announced for, to everyone. */
const ANNOUNCED = '2023-11-09T11:00:00.000Z';

export type Twin = Pick<Awaited<ReturnType<typeof makeTwin>>, 'office' | 'tokens' | 'cleared' | 'seen' | 'published'>;

/** What everybody may know of an answer. */
export interface Seen {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** What a town and a region did, each as if it were the other: the mean of all stays, those of towns and regions do not. */
const EXCHANGED: Readonly<Record<string, string>> = { T3: 'R3', R3: 'T3' };
const exchanged = tests.map(
  ({ reference = '', ...row }): TestRow => ({ ...row, reference: EXCHANGED[reference] ?? reference }),
);

/**
 * One of two databases that say the same to the world and hold other things: of each published edition other scores
 * and means behind what is withheld, another edition under embargo with other scores, announced for the same instant,
 * another one in the field, other names and numbers of everyone who received nothing. Of one edition more a version
 * waits in one of them, and none in the other.
 */
export async function makeTwin(name: string, other: boolean) {
  const office = await makeBackOffice(name);
  const known = { fieldwork: other ? exchanged : tests };
  const past = await makeEdition(office, 'PUBLISHED', { year: 2021, ...known });
  await makeEdition(office, 'PUBLISHED', { year: 2022, ...known });
  const fieldwork = ['T1', 'T2', 'T3', 'T4', 'T5', 'R1', 'R2', 'R3'].map((of, i) =>
    byPhone(`P-${of}`, of, i % 5 === 0 ? (other ? 'oui 1 5' : 'oui 9 1') : other ? 'oui 5 4' : 'non 9 1'),
  );
  const coming = await makeEdition(office, 'EMBARGO', { year: 2023, fieldwork });
  await releasesOf(office, coming).scheduled(ANNOUNCED, { announced: true });
  await makeEdition(office, other ? 'CONTROL' : 'DELIBERATION', { year: 2024, fieldwork: other ? fieldwork : tests });
  if (other) {
    await makeEdition(office, 'PREPARATION', { year: 2031 });
    const unnamed = structures.map(({ reference }) => reference).filter((each) => !['T1', 'R1'].includes(each));
    await office.sql(`update structure set name = 'Autre ' || reference, population = 7 where reference = any(?)`, [
      `{${unnamed.join(',')}}`,
    ]);
    await office.sql(`update edition set note = 'Confidentiel', label = 'Tout autre' where year >= 2023`);
    await office.sql(
      `insert into embargoed.dataset select (json_populate_record(d, '{"version": "2031.1", "year": 2031}')).* from embargoed.dataset d`,
    );
  }
  const { partner } = partnersOf(office);
  const tokens = [
    await partner({ expiresOn: '2023-01-01' }),
    await partner({ scope: { embargo: [2022] } }),
    await partner({ scope: { embargo: [2022, 2024] } }),
  ].map(({ token }) => token);
  /** The one who may see what the twins do not have alike. */
  const { token: cleared } = await partner({ scope: { embargo: [2023, 2031] } });
  /** Everything that is published, to be compared. */
  const published = async (): Promise<string> => {
    const all = await Promise.all(
      tableNames.map((table) =>
        office.sql(`select to_jsonb(t) as line from published.${table} t order by to_jsonb(t)::text`),
      ),
    );
    return JSON.stringify(all);
  };
  await office.sql(PAID);
  const twin = { office, past, tokens, cleared, seen: await seenThrough(office.app), published };
  return {
    ...twin,
    /** The same database behind another build of the application, to be closed. */
    async behind(build: typeof buildApp) {
      const app = await build({ ...office.ports, jobs: openJobs(() => {}) });
      return { ...twin, seen: await seenThrough(app), close: () => app.close() };
    },
  };
}

/** What an application answers to an operation over a real port, as everyone asks it, however it stands before it. */
async function seenThrough(app: FastifyInstance) {
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true });
  return (sent: Sent, headers: Record<string, string> = {}, method: 'GET' | 'POST' = 'POST'): Promise<Seen> =>
    new Promise((resolve, reject) => {
      const { query, variables } = sent;
      const search = new URLSearchParams({ query, variables: JSON.stringify(variables) });
      const asked = request(
        {
          ...{ agent, port, host: '127.0.0.1', method, path: method === 'GET' ? `/graphql?${search}` : '/graphql' },
          headers: { ...headers, ...(method === 'POST' && { 'content-type': 'application/json' }) },
        },
        (response) => {
          const { date: _, ...told } = response.headers;
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.on('error', reject);
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, headers: told, body: Buffer.concat(parts).toString('latin1') }),
          );
        },
      );
      asked.on('error', reject);
      asked.end(method === 'POST' ? JSON.stringify({ query, variables }) : undefined);
    });
}

const words = [
  ...[
    '2021.1',
    '2022.1',
    '2022.2',
    '2023.1',
    'towns',
    'regions',
    'all/overall',
    'category.towns/overall',
    'access',
    'Ville',
  ],
  ...[
    'Ville d’Aubrevaux',
    'Beaumarsan',
    'Autre T2',
    '10',
    '44',
    '%',
    "'",
    '',
    'Confidentiel',
    'phone.connected',
    'WyJNZWFuIl0',
  ],
];

/** Who asks, and how: the headers of a request to one of the twins. */
type Kind = (twin: Twin) => Record<string, string>;

/** No token, one that was made up, and every kind of token: without a press set, with one that is out, with one that waits for nothing. */
const everyKind: readonly Kind[] = [
  ...[() => ({}), () => ({}), () => ({ 'accept-encoding': 'gzip' }), () => ({ 'x-cost': 'told' })],
  ...[() => ({ accept: 'application/graphql-response+json' }), () => ({ authorization: 'Bearer made-up' })],
  ...[0, 1, 2].map((n) => ({ tokens }: Twin) => ({ authorization: `Bearer ${tokens[n]}` })),
];

/** The one that may see what waits under embargo. */
export const cleared: Kind = (twin) => ({ authorization: `Bearer ${twin.cleared}` });

/** Asks two databases the same, so many times, until they differ: answers how, or null. */
export async function differenceOf(
  one: Twin,
  two: Twin,
  seed: string,
  times: number,
  kinds: readonly Kind[] = everyKind,
): Promise<string | null> {
  const chance = chanceOf(seed);
  const cursors = new Map<string, string[]>();
  const draw = operationsFrom(contract, chance, words, cursors);
  let answered = 0;
  for (let i = 0; i < times; i++) {
    const sent = draw();
    const kind = kinds[chance.whole(0, kinds.length - 1)];
    const method = chance.happens(0.2) ? 'GET' : 'POST';
    // Whoever may see more asked the same before: nothing of what they were told may be left for others.
    if (chance.happens(0.1)) for (const twin of [one, two]) await twin.seen(sent, cleared(twin), method);
    const [a, b] = [await one.seen(sent, kind?.(one), method), await two.seen(sent, kind?.(two), method)];
    const apart = apartIn(a, b);
    if (apart) return `${sent.query} ${JSON.stringify(sent.variables)}\n${apart}`;
    harvest(a.body, cursors);
    if (a.status === 200 && !a.body.includes('"errors"')) answered++;
  }
  expect(answered, 'many operations are answered').toBeGreaterThan(times / 3);
  return null;
}

/** What tells two answers apart, each side after the other; null when nothing does. */
function apartIn(a: Seen, b: Seen): string | null {
  const names = [...new Set([...Object.keys(a.headers), ...Object.keys(b.headers)])];
  const told: (readonly [part: string, one: unknown, other: unknown])[] = [
    ['status', a.status, b.status],
    ...names.map((name) => [name, a.headers[name], b.headers[name]] as const),
    ['body', a.body, b.body],
  ];
  const differing = told.filter(([, one, other]) => one !== other);
  return differing.length === 0 ? null : differing.map((each) => each.join('\n  ')).join('\n');
}

/** Keeps the cursors of an answer, to be asked for later: those made up are refused whatever is behind them. */
function harvest(body: string, cursors: Map<string, string[]>): void {
  for (const [, cursor = ''] of body.matchAll(/"(Wy[\w-]{8,})"/g)) {
    const [, noun] = /^\["(\w+)\./.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
    if (noun) cursors.set(noun, [...(cursors.get(noun) ?? []).slice(-20), cursor]);
  }
}
