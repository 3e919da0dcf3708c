import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { certificatesIn, certifiedRun, enrolmentsOf } from './certificate/certificate.service.ts';
import { laureateDiploma } from './diploma/diploma.service.ts';
import { Category } from './edition/category.ts';
import { pressReport, registerReport } from './embargo/press.service.ts';
import { reportArchive, reportFile } from './individual/individual.service.ts';
import { type Actor, isStaff, Role, STAFF } from './kernel/actor.ts';
import type { Context } from './kernel/context.ts';
import { Refusal } from './kernel/errors.ts';
import { chainReport } from './minutes/chain.service.ts';
import { meetingMinutes } from './minutes/minutes.service.ts';
import type { Reader } from './partner/answering.ts';
import { downloadOf } from './partner/document.ts';
import { ScoreRun } from './ranking/score.ts';
import { type Report, rankingReport, scoreSheetReport } from './report/report.service.ts';
import { textDocument } from './synthesis/document.service.ts';
import { logoOf } from './trophy/licence.service.ts';

/** One certificate a line, as they are made: three hundred of them would weigh on memory, and on an answer of GraphQL. */
async function* linesOf({ em, seal }: Context, run: ScoreRun, ids: readonly string[]): AsyncGenerator<string> {
  for await (const certificate of certificatesIn(em, seal, run, ids)) yield `${JSON.stringify(certificate)}\n`;
}

/** `GET /verify.mjs`, `GET /verify-jury.mjs`: whoever holds a certificate, a diploma or a chain can fetch what checks it. */
export function mountVerifiers(app: FastifyInstance): void {
  for (const path of ['certificate/verify.mjs', 'minutes/verify-jury.mjs']) {
    const [verifier, name] = [readFileSync(new URL(path, import.meta.url)), basename(path)];
    app.get(`/${name}`, async (_, reply) =>
      reply
        .type('text/javascript; charset=utf-8')
        .header('content-disposition', `attachment; filename="${name}"`)
        .send(verifier),
    );
  }
}

/** `GET /admin/certificates/<run>.ndjson`: every certificate of a run, or those of `?category=<id>`, for staff. */
export function mountCertificates(
  app: FastifyInstance,
  contextOf: (request: FastifyRequest) => Promise<Context>,
): void {
  type Asked = { Params: { run: string }; Querystring: { category?: string } };
  app.get<Asked>('/admin/certificates/:run.ndjson', async (request, reply) => {
    const context = await contextOf(request);
    const { em, actor } = context;
    if (!actor) throw new Refusal('UNAUTHENTICATED');
    if (!isStaff(actor)) throw new Refusal('FORBIDDEN');
    const run = await em.findOneOrFail(ScoreRun, { id: request.params.run });
    if (run.id !== (await certifiedRun(em, run.edition.id)).id) throw new Refusal('SCORES_STALE');
    const asked = { id: request.query.category ?? '', edition: run.edition };
    const category = request.query.category === undefined ? null : await em.findOneOrFail(Category, asked);
    const name = ['certificats', run.number, category?.code].filter((part) => part != null).join('-');
    return reply
      .type('application/x-ndjson')
      .header('content-disposition', `attachment; filename="${name}.ndjson"`)
      .header('cache-control', 'no-store')
      .send(Readable.from(linesOf(context, run, await enrolmentsOf(em, run, category))));
  });
}

/** `GET /admin/reports/…`: documents for those who may read what they say. Files do not travel inside GraphQL. */
export function mountReports(app: FastifyInstance, contextOf: (request: FastifyRequest) => Promise<Context>): void {
  const mount = (path: string, roles: readonly Role[], make: (asked: Asked, id: string) => Promise<Report>) =>
    app.get<{ Params: { id: string } }>(`/admin/reports/${path}`, async (request, reply) => {
      const { em, actor, now, seal } = await contextOf(request);
      if (!actor) throw new Refusal('UNAUTHENTICATED');
      if (!roles.includes(actor.role)) throw new Refusal('FORBIDDEN');
      return send(reply, await make({ em, actor, now, seal }, request.params.id));
    });
  const concerned = [...STAFF, Role.PARTICIPANT];
  mount('score-sheet/:id', concerned, ({ em, actor }, id) => scoreSheetReport(em, actor, id));
  mount('ranking/:id', STAFF, ({ em }, id) => rankingReport(em, id));
  mount('individual/:id', concerned, ({ em, actor }, id) => reportFile(em, actor, id));
  mount('text/:id.pdf', STAFF, ({ em }, id) => textDocument(em, id, 'pdf'));
  mount('text/:id.txt', STAFF, ({ em }, id) => textDocument(em, id, 'txt'));
  mount('minutes/:id', [...STAFF, Role.JUROR], ({ em, actor, now }, id) => meetingMinutes(em, actor, now, id));
  mount('chain/:id', STAFF, ({ em, seal }, id) => chainReport(em, seal, id));
  app.get<{ Params: { id: string } }>('/admin/reports/individual/run/:id.zip', async (request, reply) => {
    const { em, actor } = await contextOf(request);
    if (!actor) throw new Refusal('UNAUTHENTICATED');
    if (!isStaff(actor)) throw new Refusal('FORBIDDEN');
    const { name, parts } = await reportArchive(em, request.params.id);
    return reply
      .type('application/zip')
      .header('content-disposition', `attachment; filename="${name}"`)
      .header('cache-control', 'no-store')
      .send(Readable.from(parts));
  });
  mount('early-access/:id', STAFF, ({ em, now }, id) => registerReport(em, now, id));
  mount('diploma/:id', concerned, ({ em, actor, seal }, id) => laureateDiploma(em, actor, seal, id));
}

interface Asked extends Pick<Context, 'em' | 'now' | 'seal'> {
  readonly actor: Actor;
}

/** `GET /datasets/2022.1.json`: a published version, signed, for `verify.mjs`. It never changes. */
export function mountDatasets(app: FastifyInstance, reader: Reader): void {
  app.get<{ Params: { version: string } }>('/datasets/:version.json', async (request, reply) =>
    reply
      .type('application/json')
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('content-disposition', `attachment; filename="barometre-${request.params.version}.json"`)
      .send(await downloadOf(reader, request.params.version)),
  );
}

/** `POST /early.pdf`: what a personal link opens under embargo, as a document that bears who reads it and when. */
export function mountEarly(
  app: FastifyInstance,
  contextOf: (request: FastifyRequest) => Promise<Context>,
  rateLimit: object,
): void {
  app.post('/early.pdf', { config: { rateLimit } }, async (request, reply) => {
    const { em, invited, now, address } = await contextOf(request);
    if (!invited) throw new Refusal('UNAUTHENTICATED');
    return send(reply, await pressReport(em, invited, now, address));
  });
}

/** `GET /admin/licences/<id>/logo`: the logo that was lent, for staff and for the laureates it was lent to. */
export function mountLogos(app: FastifyInstance, contextOf: (request: FastifyRequest) => Promise<Context>): void {
  app.get<{ Params: { id: string } }>('/admin/licences/:id/logo', async (request, reply) => {
    const { em, actor } = await contextOf(request);
    if (!actor) throw new Refusal('UNAUTHENTICATED');
    if (!isStaff(actor) && actor.role !== Role.PARTICIPANT) throw new Refusal('FORBIDDEN');
    const { name, content } = await logoOf(em, actor, request.params.id);
    return reply
      .type(content[0] === 0x89 ? 'image/png' : 'application/pdf')
      .header('content-disposition', `attachment; filename="${name.replaceAll(/[^\w.-]+/g, '-')}"`)
      .header('cache-control', 'no-store')
      .send(content);
  });
}

const types: Readonly<Record<string, string>> = {
  ...{ '.json': 'application/json', '.txt': 'text/plain; charset=utf-8' },
};

const send = (reply: FastifyReply, { name, content }: Report) =>
  reply
    .type(types[extname(name)] ?? 'application/pdf')
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', 'no-store')
    .send(content);
