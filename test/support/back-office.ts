import 'reflect-metadata';
import type { EntityManager } from '@mikro-orm/postgresql';
import { afterAll } from 'vitest';
import { buildApp, type Ports } from '../../server/app.ts';
import { openReader, readerUrls } from '../../server/database/reader.ts';
import { openReleases } from '../../server/database/releases.ts';
import { type Actor, Role } from '../../server/kernel/actor.ts';
import { openJobs } from '../../server/kernel/jobs.ts';
import { openPostman } from '../../server/kernel/postman.ts';
import { openSeal } from '../../server/kernel/seal.ts';
import { openOrm } from '../../server/orm.ts';
import { makeDatabase } from './database.ts';

const HOME = 'https://barometre.example.org';
const HEADER = 'x-test-actor';
/** The reader role is shared by all test databases of a run: they must derive the same password. */
const SECRET = 'one-and-the-same-For-all-test-databases-0123456789';

/** What an operation answered: its data, the codes it was refused with, and what each refusal adds. */
export interface Answer<Data> {
  readonly data: Data;
  readonly refusals: string[];
  readonly details: Record<string, unknown>[];
  /** What a mutation committed, to be undone. */
  readonly acts: string[];
}

export type Asker = `${Role}` | Actor | null;
export type BackOffice = Awaited<ReturnType<typeof makeBackOffice>>;

/** Someone with a role, the same at each call; a participant speaks for a structure. */
export const actorOf = (role: `${Role}`, structureId: string | null = null): Actor => ({
  id: `00000000-0000-4000-8000-00000000000${Object.values(Role).indexOf(role as Role)}`,
  name: `Une personne (${role})`,
  email: `${role.toLowerCase()}@example.org`,
  role: role as Role,
  structureId,
});

/** The whole application on a database of its own, asked without a port; its clock stands still until it is moved. */
export async function makeBackOffice(
  name: string,
  more: Pick<Ports, 'trustedProxies' | 'anyonesAllowance' | 'keeping'> = {},
) {
  const url = await makeDatabase(name);
  const complaints: unknown[] = [];
  const complain = (error: unknown) => void complaints.push(error);
  const orm = openOrm(url);
  const { public: reading, press } = await readerUrls(url, SECRET);
  const reader = openReader(reading, complain);
  const pressReader = openReader(press, complain);
  const releases = openReleases(reading, complain);
  const time = { now: new Date('2022-07-01T09:00:00Z') };
  const em = orm.em.fork() as EntityManager;
  const clock = () => time.now;
  const postman = openPostman({ em, smtpUrl: null, from: 'b@example.org', publicUrl: HOME, clock, complain });
  const jobs = openJobs(complain);
  const seal = openSeal(SECRET);
  const ports: Ports = {
    ...{ orm, reader, press: pressReader, releases, postman, clock, jobs, seal },
    ...{ adminFolder: null, https: true, logLevel: 'silent', anyonesAllowance: 1e9, ...more },
    authenticate: async ({ headers }) => (headers[HEADER] ? JSON.parse(String(headers[HEADER])) : null),
  };
  const app = await buildApp(ports);
  afterAll(async () => {
    await app.close();
    await Promise.all([reader.close(), pressReader.close(), releases.close(), orm.close()]);
  });

  const headersOf = (asker: Asker): Record<string, string> => {
    const actor = typeof asker === 'string' ? actorOf(asker) : asker;
    return actor ? { [HEADER]: JSON.stringify(actor) } : {};
  };
  const post = async <Data>(path: string, headers: Record<string, string>, payload: object): Promise<Answer<Data>> => {
    const response = await app.inject({ method: 'POST', url: path, headers, payload });
    const {
      data,
      errors = [],
      extensions,
    } = response.json<{
      data: Data;
      errors?: { extensions: Extensions }[];
      extensions?: { acts?: string[] };
    }>();
    return {
      data,
      acts: extensions?.acts ?? [],
      refusals: errors.map(({ extensions }) => extensions.code),
      details: errors.map(({ extensions }) => extensions.details ?? {}),
    };
  };
  const ask = <Data = Record<string, unknown>>(asker: Asker, query: string, variables: object = {}) =>
    post<Data>('/admin/graphql', headersOf(asker), { query, variables });

  return {
    ...{ app, ports, em, orm, url, reading, press, reader, time, seal, complaints, jobs, ask, headersOf },
    /** As a partner, without a token. */
    read: <Data = Record<string, unknown>>(query: string, variables: object = {}) =>
      post<Data>('/graphql', {}, { query, variables }),
    /** What staff ask and are not refused: the value of the one field asked for. */
    async done<Value = { id: string }>(query: string, variables: object = {}): Promise<Value> {
      const { data, refusals, details } = await ask<Record<string, Value>>('MANAGER', query, variables);
      if (refusals.length > 0) throw new Error(`Refused: ${refusals} ${JSON.stringify(details)}, asked ${query}`);
      return Object.values(data)[0] as Value;
    },
    /** Sends a file as a browser does. */
    async upload(asker: Asker, name: string, bytes: Uint8Array | string) {
      const payload = new FormData();
      payload.set('file', new Blob([bytes as Uint8Array<ArrayBuffer>]), name);
      const sent = new Response(payload);
      const headers = { ...headersOf(asker), 'content-type': sent.headers.get('content-type') ?? '' };
      const body = Buffer.from(await sent.arrayBuffer());
      const response = await app.inject({ method: 'POST', url: '/admin/uploads', headers, payload: body });
      const { id, errors } = response.json<{ id?: string; errors?: { extensions: Extensions }[] }>();
      return { id: id ?? '', refusals: (errors ?? []).map(({ extensions }) => extensions.code) };
    },
    /** A value of the database, read by its owner. */
    async sql<Row = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<Row[]> {
      return orm.em.fork().getConnection().execute(text, values);
    },
  };
}

interface Extensions {
  readonly code: string;
  readonly details?: Record<string, unknown>;
}
