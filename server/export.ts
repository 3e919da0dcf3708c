import { Readable } from 'node:stream';
import type { ApolloServer } from '@apollo/server';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { getOperationAST, parse } from 'graphql';
import { z } from 'zod';
import type { Context } from './kernel/context.ts';
import { Refusal } from './kernel/errors.ts';
import { readingWhole } from './kernel/page.ts';

/** Rows read at a time: large enough that reading is what takes long, small enough to weigh little. */
const CHUNK = 1000;

const asked = z.object({ query: z.string().max(20_000), variables: z.record(z.string(), z.unknown()) });
type Asked = z.infer<typeof asked>;

interface Rows {
  readonly items: readonly unknown[];
  readonly total: number;
}

/**
 * `POST /admin/exports`: every row of a list, for a file. It asks the very operation of the screen, under the same
 * policy and the same limits, a thousand rows at a time, all as they stood at one instant. One JSON value a line: the
 * total, then rows by the thousand, and at the end how many there were; or the code of what it was refused.
 */
export function mountExports(
  app: FastifyInstance,
  contextOf: (request: FastifyRequest) => Promise<Context>,
  backOffice: ApolloServer<Context>,
): void {
  app.post('/admin/exports', async (request, reply) => {
    const context = await contextOf(request);
    if (!context.actor) throw new Refusal('UNAUTHENTICATED');
    const { data } = asked.safeParse(request.body);
    if (!data || !isQuery(data.query)) throw new Refusal('EXPORT_NOT_A_LIST');
    return reply
      .type('application/x-ndjson')
      .header('cache-control', 'no-store')
      .send(Readable.from(linesOf(backOffice, context, data)));
  });
}

function isQuery(query: string): boolean {
  try {
    return getOperationAST(parse(query))?.operation === 'query';
  } catch {
    return false;
  }
}

async function* linesOf(backOffice: ApolloServer<Context>, context: Context, asked: Asked): AsyncGenerator<string> {
  const em = context.em.fork({ clear: true }) as Context['em'];
  await em.begin({ isolationLevel: 'repeatable read' });
  try {
    // Whoever stops reading must not hold what they read for ever.
    await em.execute(`set transaction read only; set local idle_in_transaction_session_timeout = '60s'`);
    let done = 0;
    for (let page = 1; ; page++) {
      const { items, total } = await pageOf(backOffice, { ...context, em: readingWhole(em, CHUNK) }, asked, page);
      if (page === 1) yield `${JSON.stringify({ total })}\n`;
      if (items.length > 0) yield `${JSON.stringify({ rows: items })}\n`;
      done += items.length;
      if (items.length < CHUNK) break;
    }
    yield `${JSON.stringify({ done })}\n`;
  } catch (error) {
    yield `${JSON.stringify({ refused: error instanceof Refused ? error.message : 'INTERNAL' })}\n`;
  } finally {
    await em.rollback();
  }
}

/** The code of what GraphQL refused. */
class Refused extends Error {}

async function pageOf(
  backOffice: ApolloServer<Context>,
  contextValue: Context,
  { query, variables }: Asked,
  page: number,
): Promise<Rows> {
  const { body } = await backOffice.executeOperation(
    { query, variables: { ...variables, page, perPage: CHUNK } },
    { contextValue },
  );
  if (body.kind !== 'single') throw new Refused('EXPORT_NOT_A_LIST');
  const { data, errors } = body.singleResult;
  if (errors?.[0]) throw new Refused(String(errors[0].extensions?.code ?? 'INTERNAL'));
  const [rows] = Object.values(data ?? {}) as Partial<Rows>[];
  if (!Array.isArray(rows?.items)) throw new Refused('EXPORT_NOT_A_LIST');
  return { items: rows.items, total: rows.total ?? rows.items.length };
}
