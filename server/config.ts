import { resolve } from 'node:path';
import { rangeOf } from './kernel/address.rules.ts';
import type { EvidenceKind } from './kernel/kinds.ts';
import { scannerAt } from './kernel/scan.ts';
import type { Bucket } from './kernel/store.ts';
import { CannotStart } from './start.ts';

/** How verbose the journal is, in pino's words. */
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** What the person who runs Baromètre decided. `.env.example` says each in a sentence. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Absolute. Holds the embedded PostgreSQL, the files people send, and the secrets we made ourselves. */
  readonly dataDir: string;
  /** Null: the embedded PostgreSQL. */
  readonly databaseUrl: string | null;
  /** How the published world connects; null when it is the same database, as its reader role. */
  readonly publishedDatabaseUrl: string | null;
  /** Null: one is made and kept in the data folder. */
  readonly secret: string | null;
  /** The address people type, without a final slash. */
  readonly publicUrl: string;
  /** Null: mails are shown in the development outbox. */
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  readonly logLevel: (typeof logLevels)[number];
  /** The address that the first invitation of an empty installation goes to; null for none. */
  readonly administrator: string | null;
  /** Proxies in front of the server, by address or range: only they are believed on where a request comes from. */
  readonly trustedProxies: readonly string[];
  /** Null: evidence lies in the data folder. */
  readonly bucket: Bucket | null;
  /** Where the virus scanner is, see `scannerAt`; null for none. */
  readonly virusScanner: string | null;
  /** How many days each kind of evidence is kept; a kind kept for 0 days is not taken. */
  readonly evidenceDays: Readonly<Record<EvidenceKind, number>>;
  /** Whether an empty database receives the demonstration; never in production. */
  readonly demonstration: boolean;
}

type Env = Readonly<Record<string, string | undefined>>;

/** Reads the environment once; everything wrong with it is said at once, a line each. Empty means absent. */
export function configOf(env: Env = process.env): Config {
  const complaints: string[] = [];
  const read = <T>(name: string, absent: T, rule: (value: string) => T | null, complaint: string): T => {
    const value = env[name]?.trim();
    if (!value) return absent;
    const accepted = rule(value);
    if (accepted === null) complaints.push(`${name} ${complaint}`);
    return accepted ?? absent;
  };

  const database = 'must be a PostgreSQL address, such as postgres://user:password@host:5432/name.';
  const port = read('PORT', 4000, portNumber, 'must be a whole number from 1 to 65535.');
  const config: Config = {
    port,
    host: read('HOST', '127.0.0.1', String, ''),
    dataDir: resolve(read('DATA_DIR', '.data', String, '')),
    databaseUrl: read('DATABASE_URL', null, urlOf('postgres:', 'postgresql:'), database),
    publishedDatabaseUrl: read('PUBLISHED_DATABASE_URL', null, urlOf('postgres:', 'postgresql:'), database),
    secret: read('SECRET', null, unguessable, 'must be at least 32 characters drawn at random: openssl rand -hex 32'),
    publicUrl: read('PUBLIC_URL', `http://localhost:${port}`, originOf, 'must be like https://barometre.example.org'),
    smtpUrl: read('SMTP_URL', null, urlOf('smtp:', 'smtps:'), 'must be like smtps://user:password@host:465'),
    mailFrom: read('MAIL_FROM', 'Baromètre <barometre@localhost>', mailbox, 'must hold a mail address.'),
    logLevel: read('LOG_LEVEL', 'warn', logLevel, `must be one of ${logLevels.join(', ')}.`),
    administrator: read('ADMINISTRATOR', null, mailbox, 'must be a mail address.'),
    trustedProxies: read('TRUSTED_PROXIES', [], ranges, 'must be addresses or ranges with commas: 10.0.0.0/8,::1'),
    bucket: bucketOf(env, complaints),
    virusScanner: read('VIRUS_SCANNER', null, scanner, 'must be tcp://host:3310, unix:/path or command:/path words.'),
    evidenceDays: read(
      'EVIDENCE_DAYS',
      KEPT,
      days,
      'must be days by kind: PHOTO=400,RECORDING=90; voices 183 at most.',
    ),
    demonstration: read('DEMONSTRATION', true, yesOrNo, 'must be yes or no.'),
  };

  if (config.publishedDatabaseUrl && !config.databaseUrl)
    complaints.push('PUBLISHED_DATABASE_URL is only for use beside DATABASE_URL.');
  if (config.smtpUrl && !env.MAIL_FROM?.trim()) complaints.push('MAIL_FROM is needed beside SMTP_URL.');
  if (complaints.length > 0) throw new CannotStart(complaints.join('\n'));
  return config;
}

const KEPT: Config['evidenceDays'] = { PHOTO: 400, CAPTURE: 400, DOCUMENT: 400, MESSAGE: 400, RECORDING: 0 };
/** Half a year for voices, six years for anything else, whatever is asked for. */
const mostDays = (kind: string): number => (kind === 'RECORDING' ? 183 : 6 * 365);

function days(value: string): Config['evidenceDays'] | null {
  const said = value.split(',').map((each) => /^([A-Z]+)=(\d{1,4})$/.exec(each.trim()) ?? []);
  const fits = said.every(([, kind = '', count]) => kind in KEPT && Number(count) <= mostDays(kind));
  return fits ? { ...KEPT, ...Object.fromEntries(said.map(([, kind, count]) => [kind, Number(count)])) } : null;
}

const scanner = (value: string): string | null => (scannerAt(value) ? value : null);

/** All of a bucket or nothing of it. */
function bucketOf(env: Env, complaints: string[]): Bucket | null {
  const [endpoint, bucket, region, accessKeyId, secretAccessKey] = [
    'S3_ENDPOINT',
    'S3_BUCKET',
    'S3_REGION',
    'S3_ACCESS_KEY',
    'S3_SECRET_KEY',
  ].map((name) => env[name]?.trim() || null);
  if (!endpoint && !bucket && !region && !accessKeyId && !secretAccessKey) return null;
  if (endpoint && URL.canParse(endpoint) && bucket && region && accessKeyId && secretAccessKey)
    return { endpoint, bucket, region, accessKeyId, secretAccessKey };
  complaints.push('S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY and S3_SECRET_KEY go together, or none of them.');
  return null;
}

function portNumber(value: string): number | null {
  return /^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65_535 ? Number(value) : null;
}

function urlOf(...protocols: readonly string[]) {
  return (value: string) => (protocols.includes(URL.parse(value)?.protocol ?? '') ? value : null);
}

function originOf(value: string): string | null {
  const url = URL.parse(value);
  const bare = url?.pathname === '/' && !url.search && !url.hash && !url.username;
  return bare && /^https?:$/.test(url.protocol) ? url.origin : null;
}

/** Long enough, and varied enough not to be the placeholder of some documentation. */
function unguessable(value: string): string | null {
  return value.length >= 32 && new Set(value).size >= 10 && !/change|example|secret/i.test(value) ? value : null;
}

function mailbox(value: string): string | null {
  return /^[^@\s<>]+@[^@\s<>]+$|<[^@\s<>]+@[^@\s<>]+>$/.test(value) ? value : null;
}

function ranges(value: string): string[] | null {
  const all = value.split(',').map((range) => range.trim());
  return all.every((range) => rangeOf(range)) ? all : null;
}

function yesOrNo(value: string): boolean | null {
  return value === 'yes' ? true : value === 'no' ? false : null;
}

function logLevel(value: string): Config['logLevel'] | null {
  return logLevels.find((level) => level === value) ?? null;
}
