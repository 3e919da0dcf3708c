import { expect } from 'vitest';
import { chanceOf } from '../../server/demo/random.ts';
import { contract } from '../../server/partner/contract.ts';
import { tableNames } from '../../server/partner/dictionary.ts';
import { operationsFrom, type Sent } from './asked.ts';
import { makeBackOffice } from './back-office.ts';
import { makeEdition } from './edition.ts';
import { partnersOf } from './partnering.ts';
import { byPhone, structures, tests } from './sample.ts';

export type Twin = Awaited<ReturnType<typeof makeTwin>>;

/** What everybody may know of an answer. */
export interface Seen {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/**
 * One of two databases that say the same to the world and hold other things: another edition under embargo with other
 * scores, another one in the field, other names and numbers of everyone who received nothing.
 */
export async function makeTwin(name: string, other: boolean) {
  const office = await makeBackOffice(name);
  const past = await makeEdition(office, 'PUBLISHED', { year: 2021 });
  await makeEdition(office, 'PUBLISHED', { year: 2022 });
  const fieldwork = ['T1', 'T2', 'T3', 'T4', 'T5', 'R1', 'R2', 'R3'].map((of, i) =>
    byPhone(`P-${of}`, of, other ? `oui ${i} 5` : 'non 9 1'),
  );
  await makeEdition(office, 'EMBARGO', { year: 2023, fieldwork });
  await makeEdition(office, other ? 'CONTROL' : 'DELIBERATION', { year: 2024, fieldwork: other ? fieldwork : tests });
  if (other) {
    const unnamed = structures.map(({ reference }) => reference).filter((each) => !['T1', 'R1'].includes(each));
    await office.sql(`update structure set name = 'Autre ' || reference, population = 7 where reference = any(?)`, [
      `{${unnamed.join(',')}}`,
    ]);
    await office.sql(`update edition set note = 'Confidentiel', label = 'Tout autre' where year >= 2023`);
  }
  // As much as is ever asked: paid in advance, for the hour that the clock stands in.
  await office.sql(
    `insert into access.allowance (holder, hour, spent) values ('from:127.0.0.1', '2022-07-01T09:00:00Z', -1e9)`,
  );
  const { partner } = partnersOf(office);
  const tokens = [
    await partner({ expiresOn: '2023-01-01' }),
    await partner({ scope: { editions: [2022], categories: ['towns'], embargo: [] } as never }),
  ].map(({ token }) => token);
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
  return { office, past, tokens, seen, published };
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

/** Asks two databases the same, so many times, until they differ: answers how, or null. */
export async function differenceOf(
  one: Twin,
  two: Twin,
  seed: string,
  times: number,
  ignored: readonly string[] = [],
): Promise<string | null> {
  const chance = chanceOf(seed);
  const cursors = new Map<string, string[]>();
  const draw = operationsFrom(contract, chance, words, cursors);
  const kinds: readonly ((twin: Twin) => Record<string, string>)[] = [
    ...[() => ({}), () => ({}), () => ({ 'accept-encoding': 'gzip' }), () => ({ 'x-cost': 'told' })],
    ...[() => ({ accept: 'application/graphql-response+json' }), () => ({ authorization: 'Bearer made-up' })],
    ...[0, 1].map((n) => ({ tokens }: Twin) => ({ authorization: `Bearer ${tokens[n]}` })),
  ];
  const toldBy = async (twin: Twin, sent: Sent, kind: (typeof kinds)[number] | undefined, method: 'GET' | 'POST') => {
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
