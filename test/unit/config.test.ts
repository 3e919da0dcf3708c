import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { configOf } from '../../server/config.ts';

const SECRET = 'f3b1c9e07a5d4826b1e0c7d29a8f6435';
const DATABASE_URL = 'postgres://barometre:x@db:5432/barometre';

/** The complaints about an environment, one a line. */
function complaintsOf(env: Record<string, string>): string[] {
  try {
    configOf(env);
    return [];
  } catch (error) {
    return (error as Error).message.split('\n');
  }
}

test('an empty environment is a complete one: this machine alone, port 4000, the embedded PostgreSQL', () => {
  expect(configOf({})).toEqual({
    port: 4000,
    host: '127.0.0.1',
    dataDir: resolve('.data'),
    databaseUrl: null,
    publishedDatabaseUrl: null,
    secret: null,
    publicUrl: 'http://localhost:4000',
    smtpUrl: null,
    mailFrom: 'Baromètre <barometre@localhost>',
    logLevel: 'warn',
    administrator: null,
    trustedProxies: [],
    bucket: null,
    virusScanner: null,
    evidenceDays: { PHOTO: 400, CAPTURE: 400, DOCUMENT: 400, MESSAGE: 400, RECORDING: 0 },
    demonstration: true,
  });
});

test('proxies are addresses or ranges, each of them', () => {
  expect(configOf({ TRUSTED_PROXIES: '10.0.0.0/8, ::1' }).trustedProxies).toEqual(['10.0.0.0/8', '::1']);
  for (const wrong of ['oui', '10.0.0.0/8,', '*', '10.0.0.0/64'])
    expect(complaintsOf({ TRUSTED_PROXIES: wrong })[0], wrong).toMatch(/^TRUSTED_PROXIES must be/);
});

test('a variable left empty counts as absent', () => {
  expect(configOf({ PORT: '', DATABASE_URL: ' ' })).toEqual(configOf({}));
});

test('the public address follows the port, and loses its final slash', () => {
  expect(configOf({ PORT: '4001' }).publicUrl).toBe('http://localhost:4001');
  expect(configOf({ PUBLIC_URL: 'https://barometre.example.org/' }).publicUrl).toBe('https://barometre.example.org');
});

test('everything wrong is said at once, naming each variable', () => {
  const complaints = complaintsOf({ PORT: 'http', DATABASE_URL: 'mysql://x', SECRET: 'short', LOG_LEVEL: 'loud' });
  expect(complaints.map((line) => line.split(' ')[0])).toEqual(['PORT', 'DATABASE_URL', 'SECRET', 'LOG_LEVEL']);
});

test.each(['0', '65536', '4e3', '-1', '80.5'])('%s is no port', (PORT) => {
  expect(complaintsOf({ PORT })).toEqual(['PORT must be a whole number from 1 to 65535.']);
});

test.each([
  'x'.repeat(31),
  'a'.repeat(64),
  'change-me-change-me-change-me-change-me',
  'the-secret-of-this-very-example-01',
])('a secret one could guess is refused: %s', (secret) => {
  expect(complaintsOf({ SECRET: secret })[0]).toMatch(/^SECRET must be at least 32 characters drawn at random/);
});

test('no complaint repeats the value of a secret or of a password', () => {
  const told = complaintsOf({ SECRET: 'hunter2', DATABASE_URL: 'mysql://me:hunter2@db/x' }).join();
  expect(told).not.toContain('hunter2');
});

test('a PostgreSQL of yours may come with a secret of yours; without, one is made and kept', () => {
  expect(configOf({ DATABASE_URL })).toMatchObject({ databaseUrl: DATABASE_URL, secret: null });
  expect(configOf({ DATABASE_URL, SECRET })).toMatchObject({ databaseUrl: DATABASE_URL, secret: SECRET });
});

test('mails leave only with a sender, and the reader has its address only beside the database', () => {
  expect(complaintsOf({ SMTP_URL: 'smtp://mail:25', PUBLISHED_DATABASE_URL: DATABASE_URL })).toEqual([
    'PUBLISHED_DATABASE_URL is only for use beside DATABASE_URL.',
    'MAIL_FROM is needed beside SMTP_URL.',
  ]);
});

test.each(['ftp://x', 'https://x/path', 'https://x/?a', 'barometre.org', 'https://me@x'])(
  '%s is no public address',
  (PUBLIC_URL) => {
    expect(complaintsOf({ PUBLIC_URL })).toEqual(['PUBLIC_URL must be like https://barometre.example.org']);
  },
);

test('production says no to the demonstration, and names its first administrator', () => {
  const env = { DEMONSTRATION: 'no', ADMINISTRATOR: 'prenom.nom@example.org' };
  expect(configOf(env)).toMatchObject({ demonstration: false, administrator: 'prenom.nom@example.org' });
  expect(complaintsOf({ DEMONSTRATION: 'maybe' })).toEqual(['DEMONSTRATION must be yes or no.']);
});

test('evidence is kept for days by kind, and voices for half a year at most', () => {
  expect(configOf({ EVIDENCE_DAYS: 'PHOTO=30, RECORDING=183' }).evidenceDays).toMatchObject({
    ...{ PHOTO: 30, CAPTURE: 400, RECORDING: 183 },
  });
  for (const wrong of ['RECORDING=184', 'PHOTO', 'FILM=3', 'PHOTO=-1', 'PHOTO=9999'])
    expect(complaintsOf({ EVIDENCE_DAYS: wrong })[0], wrong).toMatch(/^EVIDENCE_DAYS must be/);
});

test('a bucket is said whole, and a scanner in a way that is known', () => {
  const bucket = {
    S3_ENDPOINT: 'http://s3:9000',
    S3_BUCKET: 'b',
    S3_REGION: 'eu',
    S3_ACCESS_KEY: 'k',
    S3_SECRET_KEY: 's',
  };
  expect(configOf(bucket).bucket).toMatchObject({ endpoint: 'http://s3:9000', bucket: 'b' });
  expect(complaintsOf({ ...bucket, S3_BUCKET: '' })[0]).toMatch(/^S3_ENDPOINT, S3_BUCKET/);
  for (const right of ['tcp://clamd:3310', 'unix:/run/clamd.sock', 'command:/usr/bin/clamscan --no-summary'])
    expect(configOf({ VIRUS_SCANNER: right }).virusScanner).toBe(right);
  for (const wrong of ['clamd', 'tcp://clamd', 'command:clamscan'])
    expect(complaintsOf({ VIRUS_SCANNER: wrong })[0], wrong).toMatch(/^VIRUS_SCANNER must be/);
});
