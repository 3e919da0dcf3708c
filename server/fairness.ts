import { type ApolloServerPlugin, type GraphQLResponse, HeaderMap } from '@apollo/server';
import { balanceOf, spend } from './allowance/allowance.ts';
import type { Asking } from './allowance/asking.ts';
import { costOf } from './allowance/cost.rules.ts';
import type { Ledger } from './database/ledger.ts';
import { Refusal } from './kernel/errors.ts';

/** What an operation of the published world knows of who asks. */
export interface Admitted {
  readonly asking: Asking;
}

/** The most objects one operation may ask for. */
export const MOST_COST = 10_000;

/**
 * Counts what an operation costs before it runs, takes it from the hour of whoever asks, and tells what is left: in
 * headers always, in `extensions.cost` of what is posted. What is fetched by GET may be kept by anyone, so that its body
 * says nothing of who asked. Answers that are already there cost nothing: they never come here.
 */
export const fairUse = (ledger: Ledger): ApolloServerPlugin<Admitted> => ({
  async requestDidStart() {
    return {
      async didResolveOperation({ schema, document, operation, operationName, request, contextValue: { asking } }) {
        if (!operation) return;
        asking.operation = operationName;
        asking.cost = costOf(schema, document, operation, request.variables ?? {}, MOST_COST);
        asking.costOnly ||= request.extensions?.costOnly === true;
        if (asking.cost > MOST_COST) throw new Refusal('QUERY_TOO_COSTLY', { most: MOST_COST });
      },
      async responseForOperation({ contextValue: { asking } }) {
        const { visitor, cost, costOnly, now } = asking;
        if (costOnly) {
          asking.balance = await balanceOf(ledger, visitor, now);
          return answer(200, { data: null });
        }
        try {
          asking.balance = await spend(ledger, visitor, cost, now);
          return null;
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          asking.balance = await balanceOf(ledger, visitor, now);
          return refuse(error);
        }
      },
      async willSendResponse({ request, response, contextValue: { asking } }) {
        const { balance, costOnly, cost, now } = asking;
        const { body, http } = response;
        if (body.kind === 'single' && body.singleResult.errors) asking.refused = true;
        if (!balance) return;
        for (const [name, value] of Object.entries(headersOf(balance, now))) http.headers.set(name, value);
        if (http.status === 429) http.headers.set('retry-after', String(secondsTo(balance.resetAt, now)));
        if (body.kind !== 'single' || (request.http?.method === 'GET' && !costOnly)) return;
        const { remaining, resetAt } = balance;
        body.singleResult.extensions = {
          ...body.singleResult.extensions,
          cost: { requested: cost, remaining, resetAt: resetAt.toISOString() },
        };
      },
    };
  },
});

/** What is left, as the headers that clients know. Source: draft-ietf-httpapi-ratelimit-headers-06. */
const headersOf = ({ limit, remaining, resetAt }: NonNullable<Asking['balance']>, now: Date) => ({
  'ratelimit-limit': String(limit),
  'ratelimit-remaining': String(remaining),
  'ratelimit-reset': String(secondsTo(resetAt, now)),
});

const secondsTo = (at: Date, now: Date): number => Math.ceil((at.getTime() - now.getTime()) / 1000);

/** What is thrown here would be taken for a bug: a refusal is answered instead. */
const refuse = ({ reason: code, message, httpStatus, details }: Refusal): GraphQLResponse =>
  answer(httpStatus, { errors: [{ message, extensions: { code, httpStatus, details } }] });

const answer = (status: number, singleResult: object): GraphQLResponse => ({
  http: { status, headers: new HeaderMap([['cache-control', 'no-store']]) },
  body: { kind: 'single', singleResult },
});
