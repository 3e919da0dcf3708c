import { expect } from 'vitest';
import { chanceOf } from '../../server/demo/random.ts';
import { contract } from '../../server/partner/contract.ts';
import { tableNames } from '../../server/partner/dictionary.ts';
import { operationsFrom, type Sent } from './asked.ts';
import { makeBackOffice } from './back-office.ts';
import { makeEdition } from './edition.ts';
import { partnersOf } from './partnering.ts';
import { releasesOf } from './released.ts';
import { byPhone, structures, tests } from './sample.ts';

/** When the edition to come is announced for, to everyone. */
const ANNOUNCED = '2023-11-09T11:00:00.000Z';

export type Twin = Awaited<ReturnType<typeof makeTwin>>;

/** What everybody may know of an answer. */
export interface Seen {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/**
 * One of two databases that say the same to the world and hold other things: another edition under embargo with other
 * scores, announced for the same instant, another one in the field, other names and numbers of everyone who received
 * nothing. Of one edition more a version waits in one of them, and none in the other.
 */
export async function makeTwin(name: string, other: boolean) {
  const office = await makeBackOffice(name);
  const past = await makeEdition(office, 'PUBLISHED', { year: 2021 });
  await makeEdition(office, 'PUBLISHED', { year: 2022 });
  const fieldwork = ['T1', 'T2', 'T3', 'T4', 'T5', 'R1', 'R2', 'R3'].map((of, i) =>
    byPhone(`P-${of}`, of, i % 5 === 0 ? (other ? 'oui 1 5' : 'oui 9 1') : other ? 'oui 5 4' : 'non 9 1'),
  );
  const coming = await makeEdition(office, 'EMBARGO', { year: 2023, fieldwork });
  await releasesOf(office, coming).scheduled(ANNOUNCED, { announced: true });
  await makeEdition(office, other ? 'CONTROL' : 'DELIBERATION', { year: 2024, fieldwork: other ? fieldwork : tests });
  if (other) {
    const unnamed = structures.map(({ reference }) => reference).filter((each) => !['T1', 'R1'].includes(each));
    await office.sql(`update structure set name = 'Autre ' || reference, population = 7 where reference = any(?)`, [
      `{${unnamed.join(',')}}`,
    ]);
    await office.sql(`update edition set note = 'Confidentiel', label = 'Tout autre' where year >= 2023`);
    await office.sql(
      `insert into embargoed.dataset select (json_populate_record(d, '{"version": "2031.1", "year": 2031}')).* from embargoed.dataset d`,
    );
  }
  // As much as is ever asked: paid in advance, for the hour that the clock stands in.
  await office.sql(
    `insert into access.allowance (holder, hour, spent) values ('from:127.0.0.1', '2022-07-01T09:00:00Z', -1e9)`,
  );
  const { partner } = partnersOf(office);
  const tokens = [
    await partner({ expiresOn: '2023-01-01' }),
    await partner({ scope: { embargo: [2022] } }),
    await partner({ scope: { embargo: [2022, 2024] } }),
  ].map(({ token }) => token);
  /** The one who may see what the twins do not have alike. */
  const { token: cleared } = await partner({ scope: { embargo: [2023, 2031] } });
  const seen = async (
    { query, variables }: Sent,
    headers: Record<string, string> = {},
    method: 'GET' | 'POST' = 'POST',
  ): Promise<Seen> => {
    const search = new URLSearchParams({ query, variables: JSON.stringify(variables) });
    const response = await office.app.inject(
      method === 'GET'
        ? { url: `/graphql?${search}`, headers }
        : { method, url: '/graphql', headers, payload: { query, variables } },
    );
    const { date: _, ...told } = response.headers;
    return { status: response.statusCode, headers: told, body: response.body };
  };
  /** Everything that is published, to be compared. */
  const published = async (): Promise<string> => {
    const all = await Promise.all(
      tableNames.map((table) =>
        office.sql(`select to_jsonb(t) as line from published.${table} t order by to_jsonb(t)::text`),
      ),
    );
    return JSON.stringify(all);
  };
  return { office, past, tokens, cleared, seen, published };
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
  ignored: readonly string[] = [],
  kinds: readonly Kind[] = everyKind,
): Promise<string | null> {
  const chance = chanceOf(seed);
  const cursors = new Map<string, string[]>();
  const draw = operationsFrom(contract, chance, words, cursors);
  const toldBy = async (twin: Twin, sent: Sent, kind: Kind | undefined, method: 'GET' | 'POST') => {
    const { headers, ...rest } = await twin.seen(sent, kind?.(twin), method);
    const compared = Object.entries(headers).filter(([name]) => !ignored.includes(name));
    const body = ignored.length > 0 ? rest.body.replace(/"remaining":\d+/g, '') : rest.body;
    return { ...rest, body, headers: Object.fromEntries(compared) };
  };
  let answered = 0;
  for (let i = 0; i < times; i++) {
    const sent = draw();
    const kind = kinds[chance.whole(0, kinds.length - 1)];
    const method = chance.happens(0.2) ? 'GET' : 'POST';
    const [a, b] = [await toldBy(one, sent, kind, method), await toldBy(two, sent, kind, method)];
    if (JSON.stringify(a) !== JSON.stringify(b))
      return `${sent.query} ${JSON.stringify(sent.variables)}\n${JSON.stringify(a)}\n${JSON.stringify(b)}`;
    harvest(a.body, cursors);
    if (a.status === 200 && !a.body.includes('"errors"')) answered++;
  }
  expect(answered, 'many operations are answered').toBeGreaterThan(times / 3);
  return null;
}

/** Keeps the cursors of an answer, to be asked for later: those made up are refused whatever is behind them. */
function harvest(body: string, cursors: Map<string, string[]>): void {
  for (const [, cursor = ''] of body.matchAll(/"(Wy[\w-]{8,})"/g)) {
    const [, noun] = /^\["(\w+)\./.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
    if (noun) cursors.set(noun, [...(cursors.get(noun) ?? []).slice(-20), cursor]);
  }
}
