import type { Chance } from '../../server/demo/random.ts';
import { addresses } from '../../server/opendata/address.ts';
import { FORMATS } from '../../server/opendata/file.service.ts';
import type { Knock, Seen } from './wired.ts';

/** Identifiers that exist in one of two databases, by their table: what answers otherwise to one tells that it is there. */
export type Known = Readonly<Record<string, readonly string[]>>;

/** What is asked of one route, beside who asks: an address, and what is sent there when something is. */
type Asked = string | Readonly<{ path: string; body: object | string; headers?: Readonly<Record<string, string>> }>;
type Door = (known: Known) => readonly Asked[];

const versions = ['2021.1', '2022.1', '2023.1', '2031.1', '2022.9', '2022', '2031'];
const files = [
  ...Object.values(addresses).flatMap((table) => FORMATS.map((format) => `${table}.${format}`)),
  ...[
    'synthese.pdf',
    'communique.pdf',
    'dictionnaire.csv',
    'datapackage.json',
    'nothing.csv',
    'moyennes.exe',
    '..%2fsecret',
  ],
];

const at =
  (...paths: readonly string[]): Door =>
  () =>
    paths;
/** An address that holds an identifier, for each there is in a table and one that nobody has. */
const each =
  (table: string, path: (id: string) => string): Door =>
  (known) =>
    [...(known[table] ?? []), '00000000-0000-4000-8000-00000000ffff', 'moi'].map(path);
const sent =
  (path: string, ...bodies: readonly (object | string)[]): Door =>
  () =>
    bodies.map((body) => ({ path, body }));

/** A partner whom one database alone knows, one whom both know, and someone who has an account in one. */
const people = ['partner5@example.org', 'partner1@example.org', 'agent@example.org'];
/** A link that was never mailed to anyone. */
const guest = { 'x-registration': 'made-up' };

/** What anyone may ask for, by route. */
export const openDoors: Readonly<Record<string, Door>> = {
  '/donnees': at('/donnees'),
  '/donnees/:version/:file': () => versions.flatMap((version) => files.map((file) => `/donnees/${version}/${file}`)),
  '/datasets/:version.json': () => versions.map((version) => `/datasets/${version}.json`),
  '/events': at('/events'),
  '/graphql': () => [
    ...['/graphql', '/graphql?query={editions{totalCount}}', '/graphql?query={edition(year:2031){year}}'],
    { path: '/graphql', body: { query: '{ upcoming { year } datasets { totalCount } }' } },
    { path: '/graphql', body: [{ query: '{ editions { totalCount } }' }] },
    { path: '/graphql', body: '{"query": ' },
  ],
  '/guide': at('/guide'),
  '/guide/en': at('/guide/en'),
  '/explorer/*': at('/explorer/main.js', '/explorer/nothing.js', '/explorer/..%2f..%2fpackage.json'),
  '/verify.mjs': at('/verify.mjs'),
  '/verify-jury.mjs': at('/verify-jury.mjs'),
  '/configuration.schema.json': at('/configuration.schema.json'),
  '/healthz': at('/healthz'),
  '/readyz': at('/readyz'),
  '/partner/links': () => people.map((email) => ({ path: '/partner/links', body: { email } })),
  // Who is known is never asked for here: asked for once, they would be known to both.
  '/partner/requests': () =>
    ['partner1@example.org', 'partner2@example.org'].map((email) => ({
      path: '/partner/requests',
      body: { name: 'Une personne', organisation: 'Partenaire', email, purpose: 'Lire.', wanted: { embargo: [] } },
    })),
  '/api/auth/*': () => [
    ...['/api/auth/get-session', '/api/auth/ok', '/api/auth/nothing'],
    ...people.flatMap((email) => [
      { path: '/api/auth/sign-in/email', body: { email, password: 'un mot de passe inventé' } },
      { path: '/api/auth/request-password-reset', body: { email, redirectTo: '/' } },
    ]),
    { path: '/api/auth/reset-password', body: { token: 'Confidentiel', newPassword: 'un mot de passe inventé' } },
  ],
  '/': at('/', '/?x', '/2031/structure'),
  '/index.html': at('/index.html'),
  '/terrain': at('/terrain'),
  '/terrain/': at('/terrain/', '/terrain/nothing'),
  '/terrain/index.html': at('/terrain/index.html'),
};

/** What strangers are turned away from, by route: alike, whether or not there is something behind. */
export const closedDoors: Readonly<Record<string, Door>> = {
  '/admin/graphql': () => [
    ...['/admin/graphql', '/admin/graphql?query={editions{total}}'],
    ...['{ editions { total items { id } } }', '{ __schema { types { name } } }', '{ me { email } }'].map((query) => ({
      ...{ path: '/admin/graphql', body: { query } },
    })),
    ...['{ partnerPage { name } }', '{ provisionalDoor { structureName } }', 'mutation { issueOwnToken }'].map(
      (query) => ({ path: '/admin/graphql', body: { query }, headers: guest }),
    ),
  ],
  '/admin/certificates/:run.ndjson': each('score_run', (id) => `/admin/certificates/${id}.ndjson`),
  '/admin/exports': sent('/admin/exports', { query: '{ structures { items { name } } }' }),
  '/admin/licences/:id/logo': each('licence', (id) => `/admin/licences/${id}/logo`),
  '/admin/meetings/:id/live': each('meeting', (id) => `/admin/meetings/${id}/live`),
  '/admin/reports/score-sheet/:id': each('enrolment', (id) => `/admin/reports/score-sheet/${id}`),
  '/admin/reports/ranking/:id': each('score_run', (id) => `/admin/reports/ranking/${id}`),
  '/admin/reports/individual/:id': each('individual_report', (id) => `/admin/reports/individual/${id}`),
  '/admin/reports/individual/run/:id.zip': each('report_run', (id) => `/admin/reports/individual/run/${id}.zip`),
  '/admin/reports/text/:id.pdf': each('manuscript', (id) => `/admin/reports/text/${id}.pdf`),
  '/admin/reports/text/:id.txt': each('manuscript', (id) => `/admin/reports/text/${id}.txt`),
  '/admin/reports/minutes/:id': each('meeting', (id) => `/admin/reports/minutes/${id}`),
  '/admin/reports/chain/:id': each('edition', (id) => `/admin/reports/chain/${id}`),
  '/admin/reports/early-access/:id': each('edition', (id) => `/admin/reports/early-access/${id}`),
  '/admin/reports/diploma/:id': each('laureate', (id) => `/admin/reports/diploma/${id}`),
  '/admin/uploads': sent('/admin/uploads', 'a;b'),
  '/api/evidence': sent('/api/evidence?assignment=x&kind=PHOTO&key=12345678', 'a'),
  '/api/exhibits': () => [
    { path: '/api/exhibits?key=12345678', body: 'a' },
    { path: '/api/exhibits?key=12345678', body: 'a', headers: guest },
  ],
  '/early.pdf': () => [
    { path: '/early.pdf', body: {} },
    { path: '/early.pdf', body: {}, headers: guest },
  ],
  '/evidence/:id': each('evidence', (id) => `/evidence/${id}?until=1&signature=x`),
  '/exhibit/:id': (known) => [
    ...each('evidence', (id) => `/exhibit/${id}`)(known),
    { path: '/exhibit/moi', body: '', headers: guest },
  ],
};

/** A request as it is usually made. */
export function knockOf(asked: Asked): Knock {
  if (typeof asked === 'string') return { method: 'GET', path: asked, headers: {} };
  const body = typeof asked.body === 'string' ? asked.body : JSON.stringify(asked.body);
  const headers = { 'content-type': 'application/json', ...asked.headers };
  return { method: 'POST', path: asked.path, headers, body };
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'];
const SEARCHES = ['?version=2023.1', '?year=2031', '?first=1', '?category=x', '?%00', '?__proto__=1'];

/**
 * Draws requests: every route in turn, at each of its addresses, with the method it takes and with any other, parts of
 * it, what one has already, and questions that it does not know. `tags` are the ETags that addresses answered.
 */
export function knocksFrom(chance: Chance, known: Known, tags: ReadonlyMap<string, string>): () => Knock {
  const doors = chance.shuffled(Object.values({ ...openDoors, ...closedDoors }).map((door) => door(known)));
  const one = <Item>(items: readonly Item[]): Item => items[chance.whole(0, items.length - 1)] as Item;
  const perhaps = (share: number, name: string, values: readonly string[]): Record<string, string> =>
    chance.happens(share) ? { [name]: one(values) } : {};
  let turn = 0;
  return () => {
    const knock = knockOf(one(doors[turn++ % doors.length] as readonly Asked[]));
    const { path, headers: own } = knock;
    const tag = tags.get(path) ?? '"none"';
    const headers = {
      ...perhaps(0.2, 'if-none-match', [tag, '*', '"x"', `W/${tag}`]),
      ...perhaps(0.1, 'if-modified-since', ['Tue, 01 Nov 2022 09:00:00 GMT']),
      ...perhaps(0.1, 'range', ['bytes=0-9', 'bytes=-5', 'bytes=9999999-', 'rows=1-2']),
      ...perhaps(0.1, 'origin', ['https://elsewhere.example.org', 'null']),
      ...perhaps(0.2, 'accept', ['text/html', 'application/json', 'text/event-stream']),
      ...perhaps(0.1, 'cookie', ['barometre.session_token=made-up']),
      ...perhaps(path === '/events' ? 0.7 : 0.02, 'last-event-id', known.event ?? []),
      ...own,
    };
    const usual = knock.method === 'GET' && chance.happens(0.15) ? 'HEAD' : knock.method;
    const method = chance.happens(0.1) ? one(METHODS) : usual;
    const search = !path.includes('?') && chance.happens(0.1) ? one(SEARCHES) : '';
    return { ...knock, method, path: path + search, headers };
  };
}

/** Keeps the tag of an answer, to be shown when the same is asked again. */
export const keepTag = (tags: Map<string, string>, { path }: Knock, { headers }: Seen): void => {
  if (typeof headers.etag === 'string') tags.set(path, headers.etag);
};
