import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { authPool, openAuth } from '../../server/account/auth.ts';
import { mountAuth } from '../../server/account/session.ts';
import { buildApp, type Ports } from '../../server/app.ts';
import { chanceOf } from '../../server/demo/random.ts';
import { openJobs } from '../../server/kernel/jobs.ts';
import { contract } from '../../server/partner/contract.ts';
import { tableNames } from '../../server/partner/dictionary.ts';
import { operationsFrom, type Sent } from './asked.ts';
import { makeBackOffice } from './back-office.ts';
import { type Known, keepTag, knocksFrom } from './doors.ts';
import { makeEdition } from './edition.ts';
import { partnersOf } from './partnering.ts';
import { printText } from './printed.ts';
import { releasesOf } from './released.ts';
import { byPhone, structures, type TestRow, tests } from './sample.ts';
import { STRANGE } from './strange.ts';
import { type Knock, type Seen, wiredTo } from './wired.ts';

/** As much as is ever asked, by anyone, paid in advance for the hour that the clock stands in: all have as much left. */
export const PAID = `insert into access.allowance (holder, hour, spent)
  select holder, '2022-07-01T09:00:00Z', -1e9 from
    (select 'token:' || id from partner_token union select 'from:127.0.0.1') held (holder)
  on conflict (holder, hour) do update set spent = excluded.spent`;

/** When the edition to come is announced for, to everyone. */
const ANNOUNCED = '2023-11-09T11:00:00.000Z';

export type Twin = Pick<
  Awaited<ReturnType<typeof makeTwin>>,
  'office' | 'tokens' | 'cleared' | 'knock' | 'seen' | 'published'
>;

/** What a town and a region did, each as if it were the other: the mean of all stays, those of towns and regions do not. */
const EXCHANGED: Readonly<Record<string, string>> = { T3: 'R3', R3: 'T3' };
/**
 * Days to an answer, on each side: one more on one side, as much less on another, so that no mean moves, whether of all,
 * of a channel or of a step; the rate of those in time, withheld since they are four, does.
 */
const DELAYS: Readonly<Record<string, readonly [one: string, other: string]>> = {
  ...{ E1: ['2', '3,5'], E4: ['6', '4,5'], E6: ['3', '1,5'], E8: ['5,5', '7'] },
};
const delayed = (test: string, side: 0 | 1) => (DELAYS[test] ? { 'email.delay': DELAYS[test][side] } : {});
const usual = tests.map(({ test = '', ...row }): TestRow => ({ ...row, test, ...delayed(test, 0) }));
const exchanged = tests.map(
  ({ reference = '', test = '', ...row }): TestRow => ({
    ...{ ...row, test, reference: EXCHANGED[reference] ?? reference, ...delayed(test, 1) },
  }),
);

/** What was told is numbered by chance and dated by the machine: here by what it says, so that both tell the same. */
const NUMBERED = `do $$ begin
  set local session_replication_role = replica;
  update publication_event set id = md5(year || kind || payload::text)::uuid, created_at = '2022-07-01T09:00:00Z';
  end $$`;

/**
 * One of two databases that say the same to the world and hold other things: of each published edition other scores
 * and means behind what is withheld, another edition under embargo with other scores, announced for the same instant,
 * another one in the field, other names and numbers of everyone who received nothing. Of one edition more a version
 * waits in one of them, and none in the other; a partner is known to one alone; every table that is not published holds
 * a row more there.
 */
export async function makeTwin(name: string, other: boolean) {
  const office = await makeBackOffice(name);
  const known = { fieldwork: other ? exchanged : usual };
  const past = await makeEdition(office, 'PUBLISHED', { year: 2021, ...known });
  const present = await makeEdition(office, 'PUBLISHED', { year: 2022, ...known });
  await printText(office, present.id, 'SYNTHESIS');
  await (await printText(office, present.id, 'PRESS_RELEASE')).withdraw();
  const fieldwork = ['T1', 'T2', 'T3', 'T4', 'T5', 'R1', 'R2', 'R3'].map((of, i) =>
    byPhone(`P-${of}`, of, i % 5 === 0 ? (other ? 'oui 1 5' : 'oui 9 1') : other ? 'oui 5 4' : 'non 9 1'),
  );
  const coming = await makeEdition(office, 'EMBARGO', { year: 2023, fieldwork });
  await releasesOf(office, coming).scheduled(ANNOUNCED, { announced: true });
  await makeEdition(office, other ? 'DELIBERATION' : 'CONTROL', { year: 2024, fieldwork: other ? fieldwork : tests });
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
  if (other) {
    await partner();
    await office.sql(STRANGE);
  }
  await office.sql(NUMBERED);
  await office.sql(PAID);
  const [told] = await office.sql<{ id: string }>('select id from publication_event order by created_at desc, id desc');
  /** Everything that is published, to be compared. */
  const published = async (): Promise<string> => {
    const all = await Promise.all(
      [...tableNames, 'paper'].map((table) =>
        office.sql(`select to_jsonb(t) as line from published.${table} t order by to_jsonb(t)::text`),
      ),
    );
    return JSON.stringify(all);
  };
  const ports = await wholePorts(office);
  /** The same database behind a build of the application, to be closed. */
  const behind = async (build: typeof buildApp) => {
    const routes = new Set<string>();
    const mounted: Ports['mountAuth'] = (app) => {
      app.addHook('onRoute', ({ url }) => void routes.add(url));
      ports.mountAuth(app);
    };
    const app = await build({ ...office.ports, ...ports, mountAuth: mounted, jobs: openJobs(() => {}) });
    const knock = await wiredTo(app, told?.id ?? '');
    const close = () => app.close();
    return { office, past, tokens, cleared, published, routes, knock, seen: asked(knock), close, behind };
  };
  const twin = await behind(buildApp);
  afterAll(twin.close);
  return twin;
}

/** What an application has in service and a test seldom needs: signing in, and screens, which say nothing here. */
async function wholePorts({ url, ports }: Awaited<ReturnType<typeof makeBackOffice>>) {
  const folder = await mkdtemp(join(tmpdir(), 'screens-'));
  await writeFile(join(folder, 'index.html'), '<!doctype html>');
  await utimes(join(folder, 'index.html'), ports.clock(), ports.clock());
  const pool = authPool(url, () => {});
  afterAll(async () => {
    await pool.end();
    await rm(folder, { recursive: true });
  });
  const auth = openAuth({
    ...{ pool, clock: ports.clock, publicUrl: ports.postman.publicUrl, sendMail: ports.postman.send, complain() {} },
    ...{ secret: 'one-and-the-same-For-both-twins-0123456789', limitByAddress: false },
  });
  return {
    ...{ adminFolder: folder, fieldFolder: folder },
    mountAuth: (app: Parameters<typeof mountAuth>[0]) => mountAuth(app, auth),
  };
}

/** Asks an operation of the published contract. */
const asked =
  (knock: (knock: Knock) => Promise<Seen>) =>
  (
    { query, variables }: Sent,
    headers: Record<string, string> = {},
    method: 'GET' | 'POST' = 'POST',
  ): Promise<Seen> => {
    const search = new URLSearchParams({ query, variables: JSON.stringify(variables) });
    if (method === 'GET') return knock({ method, headers, path: `/graphql?${search}` });
    const own = { ...headers, 'content-type': 'application/json' };
    return knock({ method, headers: own, path: '/graphql', body: JSON.stringify({ query, variables }) });
  };

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

/** Identifiers of what lies in one of two databases alone, table by table, and of what both told. */
export async function knownTo(one: Twin, two: Twin): Promise<Known> {
  const tables = [
    ...['score_run', 'licence', 'meeting', 'enrolment', 'individual_report', 'report_run', 'manuscript', 'edition'],
    ...['laureate', 'evidence'],
  ];
  const idsOf = async ({ office }: Twin, table: string) =>
    (await office.sql<{ id: string }>(`select id from ${table} order by created_at limit 2`)).map(({ id }) => id);
  const known = tables.map(
    async (table) => [table, [...(await idsOf(one, table)), ...(await idsOf(two, table))]] as const,
  );
  const event = [...(await idsOf(one, 'publication_event')), '00000000-0000-4000-8000-00000000ffff', 'moi', ''];
  return { ...Object.fromEntries(await Promise.all(known)), event };
}

/** Knocks at every door of two databases, so many times, until they differ: answers how, or null. */
export async function doorsApart(one: Twin, two: Twin, seed: string, times: number): Promise<string | null> {
  const chance = chanceOf(seed);
  const tags = new Map<string, string>();
  const draw = knocksFrom(chance, await knownTo(one, two), tags);
  for (let i = 0; i < times; i++) {
    const knock = draw();
    const kind = everyKind[chance.whole(0, everyKind.length - 1)];
    const as = (twin: Twin): Knock => ({ ...knock, headers: { ...kind?.(twin), ...knock.headers } });
    const [a, b] = [await one.knock(as(one)), await two.knock(as(two))];
    const apart = apartIn(a, b);
    if (apart) return `${knock.method} ${knock.path} ${JSON.stringify(knock.headers)} ${knock.body ?? ''}\n${apart}`;
    keepTag(tags, knock, a);
  }
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
