import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { certificatesIn, certifiedRun, enrolmentsOf } from './certificate/certificate.service.ts';
import { Category } from './edition/category.ts';
import { isStaff, Role } from './kernel/actor.ts';
import type { Context } from './kernel/context.ts';
import { Refusal } from './kernel/errors.ts';
import { ScoreRun } from './ranking/score.ts';
import { type Report, rankingReport, scoreSheetReport } from './report/report.service.ts';

/** One certificate a line, as they are made: three hundred of them would weigh on memory, and on an answer of GraphQL. */
async function* linesOf({ em, seal }: Context, run: ScoreRun, ids: readonly string[]): AsyncGenerator<string> {
  for await (const certificate of certificatesIn(em, seal, run, ids)) yield `${JSON.stringify(certificate)}\n`;
}

/** `GET /verify.mjs`: whoever holds a certificate can fetch what checks it. It holds no secret. */
export function mountVerifier(app: FastifyInstance): void {
  const verifier = readFileSync(new URL('certificate/verify.mjs', import.meta.url));
  app.get('/verify.mjs', async (_, reply) =>
    reply
      .type('text/javascript; charset=utf-8')
      .header('content-disposition', 'attachment; filename="verify.mjs"')
      .send(verifier),
  );
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
  app.get<{ Params: { id: string } }>('/admin/reports/score-sheet/:id', async (request, reply) => {
    const { em, actor } = await contextOf(request);
    if (!actor) throw new Refusal('UNAUTHENTICATED');
    if (!isStaff(actor) && actor.role !== Role.PARTICIPANT) throw new Refusal('FORBIDDEN');
    return send(reply, await scoreSheetReport(em, actor, request.params.id));
  });
  app.get<{ Params: { id: string } }>('/admin/reports/ranking/:id', async (request, reply) => {
    const { em, actor } = await contextOf(request);
    if (!actor) throw new Refusal('UNAUTHENTICATED');
    if (!isStaff(actor)) throw new Refusal('FORBIDDEN');
    return send(reply, await rankingReport(em, request.params.id));
  });
}

const send = (reply: FastifyReply, { name, content }: Report) =>
  reply
    .type('application/pdf')
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', 'no-store')
    .send(content);
