/** One guard of the code, and the edit that takes it away. */
export interface Guard {
  /** How a module is asked for without it: `app.ts?without=<key>`. */
  readonly key: string;
  /** What a reader could tell once it is gone. */
  readonly name: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** The part of an answer that shows it: its body, or a header. */
  readonly part: string;
  /** Which guard of the database stood before it: fallen on both sides alike, it alone is left. */
  readonly behind?: Fallen;
}

/** A guard of the database, in SQL: how it falls, and how it is put up again. */
export interface Fallen {
  readonly away: readonly string[];
  readonly back: readonly string[];
}

/** The role of the published world meets its database anew: what was said of it holds from the next connection on. */
const ANEW = `select pg_terminate_backend(pid) from pg_stat_activity
  where usename = 'published_reader' and datname = current_database() and pid <> pg_backend_pid()`;

const inOwnDatabase = (act: string) =>
  `do $$ begin execute format('alter role published_reader in database %I ${act}', current_database()); end $$`;

/** The role of the public may read what waits, though nothing sends it there. */
const letIn: Fallen = {
  away: [
    'grant usage on schema press to published_reader',
    'grant select on all tables in schema press to published_reader',
  ],
  back: [
    'revoke select on all tables in schema press from published_reader',
    'revoke usage on schema press from published_reader',
  ],
};

/** A published table stumbles over a name of the back office, and PostgreSQL says over which. */
const stumbling: Fallen = {
  away: [
    'alter table published.laureate rename to laureate_kept',
    `create view published.laureate as select k.* from published.laureate_kept k
      where (select to_date(s.name, 'YYYY') from public.structure s where s.reference = 'T2') is not null`,
    'grant select on published.laureate to published_reader',
    ANEW,
  ],
  back: ['drop view published.laureate', 'alter table published.laureate_kept rename to laureate', ANEW],
};

/** What stands, on the way of a request, between those who ask and a connection that may read more than they. */
export const guardsOfAnswers: readonly Guard[] = [
  {
    ...{ key: 'scope', file: 'server/press.ts', part: 'barometre-embargo' },
    name: 'a press token reads what waits, whichever edition it was granted',
    from: 'waiting.some(({ year }) => !embargo.includes(year))',
    to: 'false',
  },
  {
    ...{ key: 'shared', file: 'server/press.ts', part: 'barometre-embargo' },
    name: 'an answer that was made for the press is kept, and given to all',
    from: `rights: 'press', kept: false`,
    to: `rights: 'press', kept: true`,
  },
  {
    ...{ key: 'header', file: 'server/press.ts', part: 'barometre-embargo' },
    name: 'a header says what waits to whoever asks',
    from: `if (embargo.length === 0 || !press || costOnly) return everyone;`,
    to: `reply.header('barometre-embargo', (await waitingIn(gate.ledger)).map(({ version }) => version).join(' '));
    if (embargo.length === 0 || !press || costOnly) return everyone;`,
  },
  {
    ...{ key: 'tag', file: 'server/published.ts', part: 'etag' },
    name: 'the tag of an answer follows from what waits',
    from: 'flat({ ...own, ...lasting(headers) }),',
    to: `flat({ ...own, ...lasting(headers), etag: JSON.stringify(
      (await gate.ledger.query<{ tag: string }>('tag', 'select max(version) as tag from embargoed.dataset', []))[0]?.tag) }),`,
  },
  {
    ...{ key: 'shield', file: 'server/endpoint.ts', part: 'body', behind: stumbling },
    name: 'what PostgreSQL says of a failure is told',
    from: `return { message: 'Something went wrong on our side; it was recorded.', ...where,`,
    to: 'return { message: formatted.message, ...where,',
  },
  {
    ...{ key: 'rows', file: 'server/partner/connection.ts', part: 'body', behind: letIn },
    name: 'lists are read where what waits is',
    from: `select t.*, \${keys} \${fromOf(span, bounds, order)}`,
    to: `select t.*, \${keys} \${fromOf(span, bounds, order).replaceAll(/(from|join) (?=\\w+ [tdl]\\b)/g, '$1 press.')}`,
  },
  {
    ...{ key: 'count', file: 'server/partner/connection.ts', part: 'body', behind: letIn },
    name: 'what waits is counted among what is published',
    from: `(select count(*)::text \${fromOf(span)})`,
    to: `(select count(*)::text \${fromOf(span).replaceAll(/(from|join) (?=\\w+ [tdl]\\b)/g, '$1 press.')})`,
  },
  {
    ...{ key: 'sort', file: 'server/partner/connection.ts', part: 'body', behind: letIn },
    name: 'an order follows what waits',
    from: `order by \${order} limit \${size}\``,
    to: `order by md5(t::text || (select string_agg(version, '' order by version) from press.dataset)), \${order} limit \${size}\``,
  },
  {
    ...{ key: 'cursor', file: 'server/partner/sort.ts', part: 'body', behind: letIn },
    name: 'a cursor carries what waits',
    from: `json_build_array('\${list}', \${parts.join(', ')})`,
    to: `json_build_array('\${list}', \${parts.join(', ')}, (select max(version) from press.dataset))`,
  },
  {
    ...{ key: 'cost', file: 'server/fairness.ts', part: 'ratelimit-remaining' },
    name: 'a cost is counted on what is found, and not on what is asked for',
    from: 'asking.cost = costOf(document, operation, request.variables ?? {});',
    to: `asking.cost = costOf(document, operation, request.variables ?? {}) +
      (await ledger.query('rows', 'select from embargoed.dataset', [])).length;`,
  },
];

/** What keeps every other door from telling what lies behind it. */
export const guardsOfDoors: readonly Guard[] = [
  {
    ...{ key: 'catalogue', file: 'server/opendata/rows.ts', part: 'body', behind: letIn },
    name: 'the page of downloads lists what waits',
    from: 'from dataset order by year desc, number desc',
    to: 'from press.dataset order by year desc, number desc',
  },
  {
    ...{ key: 'file', file: 'server/data.ts', part: 'etag', behind: letIn },
    name: 'the tag of a file follows from what waits',
    from: `createHash('sha256').update(plain)`,
    to: `createHash('sha256').update(plain).update(JSON.stringify(
      await reader.query('waits', 'select version from press.dataset order by version', [])))`,
  },
  {
    ...{ key: 'signed', file: 'server/partner/document.ts', part: 'status', behind: letIn },
    name: 'a version that waits is there to be verified',
    from: 'from published.dataset where version = $1',
    to: 'from press.dataset where version = $1',
  },
  {
    ...{ key: 'event', file: 'server/stream.ts', part: 'body' },
    name: 'an event is told before its instant',
    from: 'as message from public.publication_event e',
    to: `as message from (select id, kind, year, dataset_version, payload, created_at from public.publication_event
      union all select md5(version)::uuid, 'edition.published', year, version, '{}', '2022-06-01' from embargoed.dataset) e`,
  },
  {
    ...{ key: 'link', file: 'server/requests.ts', part: 'status' },
    name: 'whoever asks for a link is told whether there is an access',
    from: 'await mailLinks(em, postman, now, data.email);',
    to: `if ((await em.count('PartnerAccess', { email: data.email })) === 0) throw new Refusal('NOT_FOUND');`,
  },
  {
    ...{ key: 'certificates', file: 'server/download.ts', part: 'status' },
    name: 'strangers are told whether scores are there',
    from: `if (!actor) throw new Refusal('UNAUTHENTICATED');
    if (!isStaff(actor)) throw new Refusal('FORBIDDEN');
    const run =`,
    to: 'const run =',
  },
];

/** What decides, when a version is made, of what it tells. */
export const guardsOfVersions: readonly Guard[] = [
  {
    ...{ key: 'secondary', file: 'server/disclosure/disclosure.rules.ts', part: 'body' },
    name: 'a mean is told from which another follows that is withheld',
    from: 'if (open.size === 0) return withheld;',
    to: 'if (open.size >= 0) return withheld;',
  },
  {
    ...{ key: 'threshold', file: 'server/disclosure/disclosure.rules.ts', part: 'body' },
    name: 'a mean of too few is told',
    from: 'if (scores.length < fewest)',
    to: 'if (scores.length < 1)',
  },
  {
    ...{ key: 'unnamed', file: 'server/publication/rows.ts', part: 'body' },
    name: 'a structure that received nothing is named',
    from: '.filter(({ award }) => award !== Award.RANKED)',
    to: '',
  },
];

export const guards: readonly Guard[] = [...guardsOfAnswers, ...guardsOfDoors, ...guardsOfVersions];

/** What of the database stands before what is not published, each taken away on one side alone. */
export const guardsOfTables: readonly (Fallen & Pick<Guard, 'name'>)[] = [
  {
    name: 'what waits under embargo is read by the role of the public',
    away: [...letIn.away, inOwnDatabase('set search_path = press'), ANEW],
    back: [inOwnDatabase('reset search_path'), ...letIn.back, ANEW],
  },
  {
    name: 'a published table is a view of the back office, read with the rights of its owner',
    away: [
      'alter table published.laureate rename to laureate_kept',
      `create view published.laureate as select * from published.laureate_kept union all
        select (json_populate_record(k, json_build_object('name', s.name, 'position', 100 + length(s.name)))).*
        from published.laureate_kept k, public.structure s where k.trophy = 0 and k.position = 0`,
      'grant select on published.laureate to published_reader',
      ANEW,
    ],
    back: ['drop view published.laureate', 'alter table published.laureate_kept rename to laureate', ANEW],
  },
];
