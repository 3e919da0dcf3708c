import { type ApolloServerPlugin, type GraphQLResponse, HeaderMap } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';
import { openPurse } from './allowance/allowance.ts';
import type { Asking } from './allowance/asking.ts';
import { openCosts } from './allowance/cost.ts';
import type { Ledger } from './database/ledger.ts';
import { Refusal } from './kernel/errors.ts';

/** What an operation of the published world knows of who asks. */
export interface Admitted {
  readonly asking: Asking;
}

/** The most objects one operation may ask for. */
export const MOST_COST = 10_000;

/** Fair use, on one server. */
export interface FairUse {
  /** What an operation costs, in objects; told as soon as it is more than one may ask for. */
  readonly costOf: ReturnType<typeof openCosts>;
  /** Takes the cost of a request from the hour of whoever asks, once; answers why not, when it is refused. */
  pay(asking: Asking): Promise<Refusal | null>;
  readonly plugin: ApolloServerPlugin<Admitted>;
}

/**
 * Counts what an operation costs before it runs, takes it from the hour of whoever asks, and tells what is left: in
 * headers (`gate.ts`), and in `extensions.cost` of the answer to whoever asks for it. Otherwise a body says nothing of
 * who asked, so that it can be kept and given to others. Answers that are already there cost nothing: they never come
 * here.
 */
export function openFairUse(ledger: Ledger, schema: GraphQLSchema): FairUse {
  const purse = openPurse(ledger);
  const costOf = openCosts(schema, MOST_COST);
  const spend = async (asking: Asking): Promise<Refusal | null> => {
    const { visitor, cost, now } = asking;
    try {
      asking.balance = await purse.spend(visitor, cost, now);
      return null;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      asking.balance = await purse.balanceOf(visitor, now);
      return error;
    }
  };
  const pay = (asking: Asking): Promise<Refusal | null> => {
    asking.paid ??= spend(asking);
    return asking.paid;
  };
  const plugin: ApolloServerPlugin<Admitted> = {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, operation, operationName, request, contextValue: { asking } }) {
          if (!operation) return;
          asking.operation = operationName;
          asking.cost = costOf(document, operation, request.variables ?? {});
          asking.costOnly ||= request.extensions?.costOnly === true;
          asking.costTold ||= asking.costOnly || request.extensions?.cost === true;
          if (asking.cost > MOST_COST) throw new Refusal('QUERY_TOO_COSTLY', { most: MOST_COST });
        },
        async responseForOperation({ contextValue: { asking } }) {
          if (asking.costOnly) {
            asking.balance = await purse.balanceOf(asking.visitor, asking.now);
            return answer(200, { data: null });
          }
          const refusal = await pay(asking);
          return refusal && refuse(refusal);
        },
        async willSendResponse({ response: { body }, contextValue: { asking } }) {
          if (body.kind !== 'single') return;
          const { balance, costTold, cost } = asking;
          if (body.singleResult.errors) asking.refused = true;
          if (!balance || !costTold) return;
          const { remaining, resetAt } = balance;
          body.singleResult.extensions = {
            ...body.singleResult.extensions,
            cost: { requested: cost, remaining, resetAt: resetAt.toISOString() },
          };
        },
      };
    },
  };
  return { costOf, pay, plugin };
}

/** What is thrown here would be taken for a bug: a refusal is answered instead. */
const refuse = ({ reason: code, message, httpStatus, details }: Refusal): GraphQLResponse =>
  answer(httpStatus, { errors: [{ message, extensions: { code, httpStatus, details } }] });

const answer = (status: number, singleResult: object): GraphQLResponse => ({
  http: { status, headers: new HeaderMap([['cache-control', 'no-store']]) },
  body: { kind: 'single', singleResult },
});
