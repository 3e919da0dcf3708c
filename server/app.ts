import { fastifyApolloHandler } from '@as-integrations/fastify';
import fastifyRateLimit from '@fastify/rate-limit';
import type { MikroORM } from '@mikro-orm/core';
import type { PostgreSqlDriver } from '@mikro-orm/postgresql';
import fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { mountConfigurationSchema } from './configuring.ts';
import { mountData } from './data.ts';
import type { Releases } from './database/releases.ts';
import { openDoorstep } from './doorstep.ts';
import { mountCertificates, mountDatasets, mountEarly, mountLogos, mountReports, mountVerifiers } from './download.ts';
import { openEndpoint } from './endpoint.ts';
import { mountExhibits } from './exhibits.ts';
import { mountExplorer } from './explorer.ts';
import { mountExports } from './export.ts';
import { type Admitted, openFairUse } from './fairness.ts';
import { answerPreflight, openGate } from './gate.ts';
import { mountGuide } from './guiding.ts';
import { openJudged } from './judged.ts';
import type { Actor } from './kernel/actor.ts';
import type { Clock } from './kernel/clock.ts';
import { refusalIn } from './kernel/constraints.ts';
import type { Context, Invited } from './kernel/context.ts';
import { Refusal } from './kernel/errors.ts';
import { actingAs } from './kernel/history.ts';
import type { Jobs } from './kernel/jobs.ts';
import type { Keeping } from './kernel/keeping.ts';
import type { Postman } from './kernel/postman.ts';
import type { Seal } from './kernel/seal.ts';
import { mountLive } from './live.ts';
import { openAnswering, type PartnerContext, type Reader, stringified } from './partner/answering.ts';
import { openPress } from './press.ts';
import { mountPublished } from './published.ts';
import { mountEvidence } from './receiving.ts';
import { mountRequests } from './requests.ts';
import { safetyHeaders, safetyOfData } from './safety.ts';
import { backOfficeSchema, partnerSchema } from './schema.ts';
import { mountScreens } from './screens.ts';
import { openStaging } from './staging.ts';
import { mountStream } from './stream.ts';
import { mountUploads } from './upload.ts';

/** Everything the application needs of the world. Tests pass their own clock and their own way to know who asks. */
export interface Ports {
  readonly orm: MikroORM<PostgreSqlDriver>;
  readonly reader: Reader;
  /** What the press reads under embargo, for tokens that were let in; without it they read what everyone reads. */
  readonly press?: Reader;
  /** Tells what is published; without it no answer of the published world is kept. */
  readonly releases?: Releases;
  readonly postman: Postman;
  readonly clock: Clock;
  /** Signs certificates. */
  readonly seal: Seal;
  readonly jobs: Jobs;
  /** How evidence is kept; without it none is taken. */
  readonly keeping?: Keeping;
  readonly authenticate: (request: FastifyRequest) => Promise<Actor | null>;
  /** Adds the routes of signing in. */
  readonly mountAuth?: (app: FastifyInstance) => void;
  /** The folder of the built admin; null where only the contracts are needed. */
  readonly adminFolder: string | null;
  /** The folder of the built phone app; none where only the office is served. */
  readonly fieldFolder?: string | null;
  readonly https: boolean;
  readonly logLevel: string;
  /** Objects an hour that one reads without a token; what is usual unless told otherwise. */
  readonly anyonesAllowance?: number;
  /** Addresses of the proxies in front, whose word is taken for where a request comes from; none without. */
  readonly trustedProxies?: readonly string[];
}

/** The application, ready to listen: two contracts, uploads, sign-in, the admin's files, health, one error edge. */
export async function buildApp(ports: Ports): Promise<FastifyInstance> {
  const doorstep = openDoorstep('/graphql');
  const app = fastify({
    serverFactory: doorstep.serverOf,
    logger: { level: ports.logLevel, redact: ['req.headers.cookie', 'req.headers.authorization'] },
    // The journal of `endpoint.ts` says one line an operation; a line a request would only repeat it.
    logController: new LogController({ disableRequestLogging: true }),
    childLoggerFactory: (logger) => logger,
    bodyLimit: 2 * 1024 * 1024,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
    trustProxy: ports.trustedProxies && ports.trustedProxies.length > 0 ? [...ports.trustedProxies] : false,
  });
  const contextOf = async (request: FastifyRequest): Promise<Context> => {
    const actor = await ports.authenticate(request);
    const acts: string[] = [];
    return {
      em: actingAs(ports.orm.em as Context['em'], actor, acts),
      actor,
      invited: invitedIn(request),
      acts,
      now: ports.clock(),
      address: request.ip,
      postman: ports.postman,
      seal: ports.seal,
      jobs: ports.jobs,
      keeping: ports.keeping ?? null,
    };
  };

  app.addHook('onClose', () => ports.jobs.close());
  cutWhoStays(app);
  app.setErrorHandler((error: FastifyError, _request, reply) => sayError(app, error, reply));
  const careful = new Map(Object.entries(safetyHeaders(ports.https)));
  app.addHook('onRequest', (request, reply, done) => {
    if (!request.routeOptions.config.saysItself) reply.raw.setHeaders(careful);
    done();
  });
  ports.mountAuth?.(app);
  await mountExplorer(app);
  await mountUploads(app, contextOf);
  mountEvidence(app, contextOf, ports.keeping ?? null);
  mountReports(app, contextOf);
  mountCertificates(app, contextOf);
  mountLogos(app, contextOf);
  mountVerifiers(app);
  mountDatasets(app, ports.reader);
  mountData(app, ports.reader);
  mountGuide(app, ports.postman.publicUrl);
  const databaseUrl = String(ports.orm.config.get('clientUrl'));
  mountLive(app, databaseUrl, contextOf);
  const gate = openGate(app, databaseUrl, ports.clock, ports.anyonesAllowance);
  mountConfigurationSchema(app);

  const turned = openStaging(app, ports.orm);
  const backOffice = await openEndpoint<Context>(
    app,
    await backOfficeSchema(),
    { depth: 14, aliases: 40, cost: 60_000 },
    {
      introspection: false,
      whoAsks: ({ actor }) => actor?.id ?? null,
      actsOf: ({ acts }) => acts,
    },
  );
  const published = await partnerSchema();
  const answer = openAnswering(published);
  const fair = openFairUse(gate.ledger, published);
  const partner = await openEndpoint<PartnerContext & Admitted>(
    app,
    published,
    { depth: 8, aliases: 10 },
    {
      ...{ introspection: true, open: true, plugins: [fair.plugin] },
      whoAsks: ({ asking }) => asking.visitor.tokenId,
      executor: {
        execute: ({ document, operation, request: { operationName, variables = {} }, context }) =>
          answer({ document, operation, operationName, variables, context: context as PartnerContext }),
        stringify: stringified,
      },
    },
  );
  mountExports(app, contextOf, backOffice);
  await app.register(fastifyRateLimit, { global: false });
  mountRequests(app, contextOf);
  mountStream(app, databaseUrl, gate.ledger);
  mountExhibits(app, contextOf, ports.keeping ?? null, forGuests);
  mountEarly(app, contextOf, forGuests);
  app.route({
    url: '/admin/graphql',
    method: ['GET', 'POST'],
    config: { rateLimit: forGuests },
    onRequest: async (_, reply) => void reply.header('cache-control', 'no-store'),
    handler: fastifyApolloHandler(backOffice, {
      context: async (request) => turned(request, await contextOf(request)),
    }),
  });
  await mountPublished(app, {
    judged: openJudged({ answer, fair, log: app.log }),
    ...{ apollo: partner, gate, doorstep, safety: safetyOfData(ports.https), releases: ports.releases ?? null },
    readerFor: openPress({
      ...{ gate, reader: ports.reader, press: ports.press ?? null },
      em: ports.orm.em as Context['em'],
    }),
  });
  app.options('/graphql', answerPreflight);

  app.get('/healthz', async () => ({ alive: true }));
  app.get('/readyz', async (_, reply) => {
    const ready = await ports.reader.query('ready', 'select 1', []).then(
      () => ports.orm.isConnected(),
      () => false,
    );
    return reply.code(ready ? 200 : 503).send({ ready });
  });
  await mountScreens(app, ports, (reply) => sayError(app, new Refusal('NOT_FOUND'), reply));
  return app;
}

/** Milliseconds that connections have to end of themselves once the server closes. */
const GRACE = 3000;

/** Requests under way are answered when the server closes; who connected and says nothing, or reads nothing, holds up nobody. */
function cutWhoStays(app: FastifyInstance): void {
  let cut: NodeJS.Timeout;
  app.addHook('preClose', async () => {
    cut = setTimeout(() => app.server.closeAllConnections(), GRACE);
  });
  app.addHook('onClose', async () => clearTimeout(cut));
}

/** How often one address may ask with a personal link: nobody types faster, and nobody guesses a code. */
const forGuests = {
  ...{ max: 120, timeWindow: '1 minute' },
  allowList: ({ headers }: FastifyRequest) => headers['x-registration'] === undefined,
  errorResponseBuilder: () => new Refusal('TOO_MANY_ASKS'),
};

/** The personal link a browser sends along, "secret" or "secret key"; whoever is signed in may hold one too. */
function invitedIn({ headers }: FastifyRequest): Invited | null {
  const [token, key = null] = String(headers['x-registration'] ?? '').split(' ');
  return token ? { token, key } : null;
}

/** Errors outside GraphQL leave in its shape, so that a caller reads one kind. */
function sayError(app: FastifyInstance, error: Error & { statusCode?: number; code?: string }, reply: FastifyReply) {
  const tooLarge = error.statusCode === 413 || error.code === 'FST_REQ_FILE_TOO_LARGE';
  const refusal = tooLarge ? new Refusal('TOO_LARGE') : refusalIn(error);
  if (refusal) {
    const { reason: code, message, details, httpStatus } = refusal;
    return reply.code(httpStatus).send({ errors: [{ message, extensions: { code, httpStatus, details } }] });
  }
  const status = error.statusCode ?? 500;
  if (status >= 400 && status < 500)
    return reply
      .code(status)
      .send({ errors: [{ message: error.message, extensions: { code: 'BAD_REQUEST', httpStatus: status } }] });
  app.log.error(error);
  const message = 'Something went wrong on our side; it was recorded.';
  return reply.code(500).send({ errors: [{ message, extensions: { code: 'INTERNAL', httpStatus: 500 } }] });
}
