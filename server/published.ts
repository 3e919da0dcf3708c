import type { IncomingHttpHeaders } from 'node:http';
import { type ApolloServer, HeaderMap } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LATEST_CONTRACT } from './access/access.ts';
import { answerOf, flat, type Headers, openAnswers, send } from './answers.ts';
import type { Releases } from './database/releases.ts';
import type { Doorstep } from './doorstep.ts';
import type { Admitted } from './fairness.ts';
import type { Gate } from './gate.ts';
import type { Made, openJudged } from './judged.ts';
import type { PartnerContext, Reader } from './partner/answering.ts';

/** What the published world is served with. */
interface Published {
  readonly apollo: ApolloServer<PartnerContext & Admitted>;
  /** Answers without it what it let through before. */
  readonly judged: ReturnType<typeof openJudged>;
  /** Who comes in, and what they have left. */
  readonly gate: Gate;
  /** Answers anyone without a token, from memory. */
  readonly doorstep: Doorstep;
  /** What every answer says to browsers. */
  readonly safety: Headers;
  /** Which connection serves a request, and what it may read. */
  readonly readerFor: (request: FastifyRequest, reply: FastifyReply) => Promise<Served>;
  /** Null where answers are never kept. */
  readonly releases: Releases | null;
}

/** How one request is served. */
export interface Served {
  readonly reader: Reader;
  /** What whoever asks may read, in one word; empty for what everyone may. */
  readonly rights: string;
  /** Whether its answers may be kept: not those that rest on more than what is published. */
  readonly kept: boolean;
}

const VARY = 'accept, accept-encoding, authorization';
const JSON_TYPE = 'application/json';

/** The longest request whose answer is kept, in characters. */
const LONGEST_KEPT = 16 * 1024;

/** Serves the published contract at /graphql: from memory when it was asked before and nothing was published since. */
export async function mountPublished(app: FastifyInstance, published: Published): Promise<void> {
  const { apollo, judged, gate, doorstep, safety, readerFor, releases } = published;
  const answers = openAnswers();
  doorstep.answerWith(({ method, url, headers }, body, response) => {
    const state = releases?.state() ?? null;
    if (state === null || headers.authorization !== undefined || headers['x-cost'] !== undefined) return false;
    const asked = { method: method ?? '', url: url ?? '', headers, body };
    const known = answers.get(state, keyOf(asked, headOf(asked, LATEST_CONTRACT)) ?? '');
    if (!known) return false;
    send(asked, response, known);
    gate.countAnyone(known.operation);
    return true;
  });
  app.addHook('preClose', async () => doorstep.answerWith(() => false));
  await app.register(async (scope) => {
    // The text of a request is what its answer is kept under: it is read as JSON only when there is none.
    scope.removeContentTypeParser('application/json');
    scope.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => done(null, body));
    scope.route({
      url: '/graphql',
      method: ['GET', 'POST'],
      config: { saysItself: true },
      onRequest: gate.admit,
      onSend: (request, reply, _, done) => {
        reply.headers({ ...safety, ...reply.getHeaders(), ...gate.left(request, reply.statusCode) });
        done();
      },
      onResponse: (request, reply, done) => {
        gate.count(request, reply);
        done();
      },
      handler: async (request, reply) => {
        const asking = gate.askingOf(request);
        const { reader, rights, kept } = await readerFor(request, reply);
        const state = kept && !asking.costTold ? (releases?.state() ?? null) : null;
        const head = headOf(request, asking.visitor.contract);
        const key = state === null ? null : keyOf(request, head);
        const known = state === null || key === null ? undefined : answers.get(state, key);
        if (known) {
          asking.operation = known.operation;
          return send(request, reply.hijack().raw, known);
        }
        const context: PartnerContext & Admitted = { reader, rights, asking, told: {} };
        const asked = read(request);
        const short = await judged.answer(head, asked, context);
        const { status, headers, body } = short ?? (await execute(apollo, request, asked, context));
        const { pins } = context.told;
        if (status !== 200 || pins === undefined || asking.costTold)
          return reply
            .code(spoken(status, headers, body))
            .headers({ ...headers, 'cache-control': 'no-store' })
            .send(body);
        if (!short) judged.remember(head, asked, context, headers);
        const immutable = kept && pins !== null && pins.length > 0 && pins.every((pin) => releases?.has(pin) ?? false);
        const policy = `${rights === '' ? 'public' : 'private'}, ${immutable ? 'max-age=31536000, immutable' : 'no-cache'}`;
        const own = { ...safety, ...(reply.getHeaders() as Headers), vary: VARY, 'cache-control': policy };
        const answer = answerOf(
          body,
          headers['content-type'] ?? JSON_TYPE,
          flat({ ...own, ...lasting(headers) }),
          asking.operation,
        );
        if (state !== null && key !== null) answers.keep(state, key, answer);
        return send(request, reply.hijack().raw, answer, flat(gate.left(request, 200)));
      },
    });
  });
}

/**
 * The status of an answer that is a refusal. Clients that only know `application/json` read what is wrong with their
 * document in an answer of status 200: GraphQL over HTTP, 6.4.1.
 */
function spoken(status: number, headers: Readonly<Record<string, string>>, body: string): number {
  if (!OF_DOCUMENT.test(body)) return status;
  return headers['content-type']?.startsWith('application/json') ? 200 : 400;
}

/** What a document got wrong; whoever stops one while it is parsed leaves Apollo without a status. */
const OF_DOCUMENT = /"code":"(GRAPHQL_PARSE_FAILED|GRAPHQL_VALIDATION_FAILED|BAD_USER_INPUT|QUERY_TOO_COSTLY)"/;

/** A request, as far as its answer depends on it. */
interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

/**
 * All that a kept answer depends on, its headers included: two requests that differ in nothing of it are answered alike.
 * Who asks counts for the contract alone: whoever may read more than others is given nothing from memory.
 */
function keyOf({ method, url, body }: Asked, head: string): string | null {
  const asked = method === 'GET' ? url : String(body ?? '');
  return asked.length > LONGEST_KEPT ? null : `${head}\n${asked}`;
}

/** What an answer depends on beside the operation and its variables. */
function headOf({ method, url, headers }: Asked, contract: string): string {
  const preflight = headers['apollo-require-preflight'] ?? headers['x-apollo-operation-name'] ?? '';
  const path = method === 'GET' ? '' : url;
  return `${method}\n${path}\n${headers['content-type']}\n${headers.accept}\n${preflight}\n${contract}`;
}

/** Apollo's own headers of an answer; its length and its policy of caching are ours to say. */
const lasting = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).filter(([name]) => !/^(content-length|content-type|cache-control|vary)$/.test(name)),
  );

/** The headers that Apollo looks at. */
const HEARD = ['accept', 'content-type', 'apollo-require-preflight', 'x-apollo-operation-name'] as const;

async function execute(
  apollo: ApolloServer<PartnerContext & Admitted>,
  request: FastifyRequest,
  body: unknown,
  context: PartnerContext & Admitted,
): Promise<Made> {
  const headers = new HeaderMap();
  for (const name of HEARD) {
    const value = request.headers[name];
    if (value !== undefined) headers.set(name, String(value));
  }
  const at = request.url.indexOf('?');
  const search = at < 0 ? '' : request.url.slice(at);
  const answer = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: request.method, headers, search, body },
    context: async () => context,
  });
  if (answer.body.kind !== 'complete') throw new Error('Nothing of this contract is answered in pieces.');
  return { status: answer.status ?? 200, headers: Object.fromEntries(answer.headers), body: answer.body.string };
}

/** The JSON of a request; what is none is told as such, and what does not say that it is stays a text. */
function read({ body, headers }: FastifyRequest): unknown {
  if (typeof body !== 'string' || !headers['content-type']?.startsWith('application/json')) return body;
  try {
    return JSON.parse(body);
  } catch {
    throw Object.assign(new Error('The body is not valid JSON.'), { statusCode: 400 });
  }
}
