import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Balance, forgetHours } from './allowance/allowance.ts';
import type { Asking } from './allowance/asking.ts';
import { openUsage } from './allowance/usage.ts';
import { ANYONES_ALLOWANCE, openDoor } from './allowance/visitor.ts';
import type { Headers } from './answers.ts';
import { type Ledger, openLedger } from './database/ledger.ts';
import type { Clock } from './kernel/clock.ts';

/** Milliseconds between two writings of what was counted. */
const WRITTEN_EVERY = 5000;

declare module 'fastify' {
  interface FastifyRequest {
    /** What is known of who asks, once they were let in. */
    asking: Asking | null;
  }
}

/** The gate of the published world: who comes in, and what they took. */
export interface Gate {
  readonly ledger: Ledger;
  /** Lets a request in, or throws why not; to be called before its body is read. */
  admit(request: FastifyRequest, reply: FastifyReply): Promise<void>;
  /** What whoever asked has left, as headers; nothing of what cost nothing. */
  left(request: FastifyRequest, status: number): Headers;
  /** A request that was let in. */
  askingOf(request: FastifyRequest): Asking;
  /** Counts a request, once it was answered. */
  count(request: FastifyRequest, reply: FastifyReply): void;
  /** Counts a request without a token that was answered from memory: it costs nothing. */
  countAnyone(operation: string | null): void;
  /** Writes down what was counted so far; it is done of itself every few seconds. */
  write(): Promise<void>;
}

/** Opens the gate on connections of its own; what was counted is written before the application closes. */
export function openGate(app: FastifyInstance, databaseUrl: string, clock: Clock, anyones = ANYONES_ALLOWANCE): Gate {
  const complain = (error: unknown) => app.log.error(error);
  const ledger = openLedger(databaseUrl, complain);
  const door = openDoor(ledger, anyones);
  const usage = openUsage(ledger);
  app.decorateRequest('asking', null);
  const write = async (): Promise<void> => {
    await usage.write(clock());
    await forgetHours(ledger, clock());
  };
  const timer = setInterval(() => void write().catch(complain), WRITTEN_EVERY).unref();
  app.addHook('onClose', async () => {
    clearInterval(timer);
    await usage.write(clock()).catch(complain);
    await ledger.close();
  });
  return {
    ledger,
    write,
    async admit(request, reply) {
      openToAll(reply);
      const now = clock();
      const visitor = await door.recognise(request.headers.authorization, request.ip, now);
      reply.header('barometre-contract', visitor.contract);
      const costOnly = request.headers['x-cost'] === 'only';
      const costTold = costOnly || request.headers['x-cost'] === 'told';
      request.asking = {
        ...{ visitor, now, costOnly, costTold, operation: null, cost: 0 },
        ...{ balance: null, paid: null, refused: false },
      };
    },
    left: ({ asking }, status) => (asking?.balance ? headersOf(asking.balance, asking.now, status) : {}),
    askingOf({ asking }) {
      if (!asking) throw new Error('A request that was not admitted');
      return asking;
    },
    count({ asking }, reply) {
      if (!asking) return;
      const { visitor, operation, balance, costOnly } = asking;
      const cost = balance && !costOnly && reply.statusCode !== 429 ? asking.cost : 0;
      usage.count(
        { tokenId: visitor.tokenId, operation, cost, refused: reply.statusCode >= 400 || asking.refused },
        asking.now,
      );
    },
    countAnyone: (operation) => usage.count({ tokenId: null, operation, cost: 0, refused: false }, clock()),
  };
}

/** What is left, as the headers that clients know. Source: draft-ietf-httpapi-ratelimit-headers-06. */
function headersOf({ limit, remaining, resetAt }: Balance, now: Date, status: number): Headers {
  const seconds = Math.ceil((resetAt.getTime() - now.getTime()) / 1000);
  return {
    ...{ 'ratelimit-limit': limit, 'ratelimit-remaining': remaining, 'ratelimit-reset': seconds },
    ...(status === 429 && { 'retry-after': seconds }),
  };
}

/** Any page may read what anyone may: no cookie is looked at here, so that a page of another site gains nothing by it. */
export function openToAll(reply: FastifyReply): void {
  reply.headers({
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'etag, ratelimit-limit, ratelimit-remaining, ratelimit-reset, retry-after',
    'cross-origin-resource-policy': 'cross-origin',
  });
}

/** Answers a browser that asks whether a page of another site may send what it is about to. */
export const answerPreflight = (_: FastifyRequest, reply: FastifyReply) => {
  openToAll(reply);
  return reply
    .headers({
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': 'authorization, content-type, if-none-match, x-cost',
      'access-control-max-age': '86400',
    })
    .code(204)
    .send();
};
