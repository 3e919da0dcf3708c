import 'reflect-metadata';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { EntityManager } from '@mikro-orm/postgresql';
import fastify from 'fastify';
import { type OperationDefinitionNode, parse } from 'graphql';
import pg from 'pg';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { buildApp } from '../../server/app.ts';
import { openReader } from '../../server/database/reader.ts';
import { openReleases } from '../../server/database/releases.ts';
import { openJobs } from '../../server/kernel/jobs.ts';
import { openPostman } from '../../server/kernel/postman.ts';
import { openSeal } from '../../server/kernel/seal.ts';
import { openOrm } from '../../server/orm.ts';
import { contract } from '../../server/partner/contract.ts';
import { compile } from '../../server/partner/operation.ts';

/**
 * One server of the benchmark of the published contract, in a process of its own so that it pays for its own memory, with
 * a pool of the same size as the others on the same database as the same role:
 *
 * - `limit`: Fastify and `pg`, one prepared statement that answers JSON text, the same for each operation;
 * - `postgraphile`: PostGraphile 5 with the settings of production;
 * - `uncached`, `cached`: the application itself, without and with memory;
 * - `floor`: Node's own server, which reads a request and sends the same bytes each time: nothing here is quicker.
 *
 * Which one, the database and the operations come in by the environment; what it used so far is told to its parent.
 */
const { CONTENDER = '', OWNER = '', READER = '', OPERATIONS = '{}' } = process.env;
const operations = JSON.parse(OPERATIONS) as Record<string, string>;
const pool = () => new pg.Pool({ connectionString: READER, max: 8, idleTimeoutMillis: 0 });

/** Objects an hour that suffice for what is asked here: what is taken of it is measured with the rest. */
const PLENTY = 2e9;

async function limit(): Promise<number> {
  const own = pool();
  const app = fastify();
  const statements = Object.entries(operations).map(([name, query]) => {
    const document = parse(query);
    const operation = document.definitions[0] as OperationDefinitionNode;
    const { plan } = compile(contract, document, operation, { version: '2001.1', year: 2001 });
    return [name, plan] as const;
  });
  const plans = new Map(statements);
  app.post('/graphql', async (request, reply) => {
    const { operationName, variables } = request.body as { operationName: string; variables: Record<string, unknown> };
    const plan = plans.get(operationName);
    if (!plan) return reply.code(404).send();
    const { rows } = await own.query({ name: plan.name, text: plan.text, values: plan.values.in(variables) });
    return reply.type('application/json').send(`{"data":${rows[0].data}}`);
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  return (app.server.address() as AddressInfo).port;
}

async function rival(): Promise<number> {
  const server = createServer();
  const pgl = postgraphile({
    extends: [PostGraphileAmberPreset],
    // Without it nothing but indexed columns could be filtered or sorted by.
    disablePlugins: ['PgIndexBehaviorsPlugin'],
    pgServices: [makePgService({ pool: pool(), schemas: ['published'] })],
    grafserv: { graphiql: false, watch: false, graphqlPath: '/graphql' },
    grafast: { explain: false },
  });
  const serv = pgl.createServ(grafserv);
  await serv.addTo(server as never);
  await serv.ready();
  return listening(server);
}

const listening = (server: ReturnType<typeof createServer>): Promise<number> =>
  new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)));

async function ours(kept: boolean): Promise<number> {
  const complain = (error: unknown) => console.error(error);
  const orm = openOrm(OWNER);
  const clock = () => new Date();
  const em = orm.em.fork() as EntityManager;
  const home = 'https://barometre.example.org';
  const app = await buildApp({
    ...{ orm, clock, jobs: openJobs(complain), seal: openSeal('0123456789012345678901234567890123456789') },
    reader: openReader(READER, complain),
    press: openReader(READER, complain),
    ...(kept && { releases: openReleases(READER, complain) }),
    postman: openPostman({ em, smtpUrl: null, from: 'b@example.org', publicUrl: home, clock, complain }),
    ...{ adminFolder: null, https: true, logLevel: 'silent', anyonesAllowance: PLENTY },
    authenticate: async () => null,
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  return (app.server.address() as AddressInfo).port;
}

async function floor(): Promise<number> {
  let answer = '';
  process.on('message', (message: unknown) => {
    if (typeof message === 'object' && message !== null && 'answer' in message) answer = String(message.answer);
  });
  const headers = { 'content-type': 'application/json' };
  const server = createServer((request, response) => {
    request.resume().on('end', () => response.writeHead(200, headers).end(answer));
  });
  return listening(server);
}

const contenders: Readonly<Record<string, () => Promise<number>>> = {
  limit,
  postgraphile: rival,
  uncached: () => ours(false),
  cached: () => ours(true),
  floor,
};
const port = await contenders[CONTENDER]?.();
process.on('SIGINT', () => process.exit(0));
process.on(
  'message',
  (message) => message === 'used' && process.send?.({ cpu: process.cpuUsage(), memory: process.memoryUsage().rss }),
);
process.send?.({ port });
