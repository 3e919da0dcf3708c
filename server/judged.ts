import type { FastifyBaseLogger } from 'fastify';
import type { DocumentNode, ExecutionResult, OperationDefinitionNode } from 'graphql';
import { type Admitted, type FairUse, MOST_COST } from './fairness.ts';
import { refusalIn } from './kernel/constraints.ts';
import type { Refusal } from './kernel/errors.ts';
import { type openAnswering, type PartnerContext, stringified } from './partner/answering.ts';

/** What an endpoint answers, before it is sent. */
export interface Made {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An operation that Apollo answered once: what it is, and the headers that it is answered with. */
interface Judged {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly headers: Made['headers'];
}

/** Operations kept in mind, and how long a document of theirs may be, in characters. */
const MOST = 1000;
const LONGEST = 16 * 1024;

interface Behind {
  readonly answer: ReturnType<typeof openAnswering>;
  readonly fair: FairUse;
  readonly log: FastifyBaseLogger;
}

/**
 * The short way to an answer. What Apollo judges of a request hangs on its headers, its document and the operation it
 * names, and not on its variables: once it answered, the next that differs in its variables alone is answered by the same
 * functions without it, in half the time. Whatever is not a plain answer (a variable that is wrong, a refusal, a failure)
 * goes the long way after all, where it is said as always; nothing is paid twice. Only what took too long is refused here.
 */
export function openJudged({ answer, fair, log }: Behind) {
  const known = new Map<string, Judged>();
  return {
    /** An answer without Apollo; null when it must be asked. `head` is what of the headers an answer depends on. */
    async answer(head: string, body: unknown, context: PartnerContext & Admitted): Promise<Made | null> {
      const start = performance.now();
      const { asking } = context;
      const asked = asking.costTold ? null : plainly(body);
      const judged = asked && known.get(keyOf(head, asked));
      if (!judged) return null;
      const { document, operation, headers } = judged;
      const { variables, operationName } = asked;
      asking.operation = operation.name?.value ?? null;
      asking.cost = fair.costOf(document, operation, variables);
      if (asking.cost > MOST_COST || (await fair.pay(asking))) return null;
      const result = await answer({ document, operation, operationName, variables, context });
      const slow = tooSlow(result);
      if (result.errors && !slow) return null;
      asking.refused ||= slow !== null;
      const ms = Math.round(performance.now() - start);
      log.info({
        operation: asking.operation,
        actor: asking.visitor.tokenId,
        ms,
        ...(slow && { refusals: [slow.reason] }),
      });
      if (!slow) return { status: 200, headers, body: stringified(result) };
      const { 'content-length': _, ...own } = headers;
      return { status: 200, headers: own, body: refused(slow) };
    },

    /** Keeps in mind what Apollo answered. */
    remember(head: string, body: unknown, { told, asking }: PartnerContext & Admitted, headers: Made['headers']): void {
      const asked = asking.costTold ? null : plainly(body);
      if (!asked || !told.asked || asked.query.length > LONGEST) return;
      const [oldest] = known.keys();
      if (known.size >= MOST && oldest !== undefined) known.delete(oldest);
      const { document, operation } = told.asked;
      known.set(keyOf(head, asked), { document, operation, headers });
    },
  };
}

/** Why a statement was given up: asked the long way it would only take as long again. */
function tooSlow({ errors: [first] = [] }: ExecutionResult): Refusal | null {
  const refusal = refusalIn(first);
  return refusal?.reason === 'TIME_LIMIT' ? refusal : null;
}

const refused = ({ reason: code, message, httpStatus }: Refusal): string =>
  JSON.stringify({ data: null, errors: [{ message, extensions: { code, httpStatus } }] });

interface Asked {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A request that says a document, an operation, variables and nothing else; null for any other. */
function plainly(body: unknown): Asked | null {
  if (typeof body !== 'object' || body === null || 'extensions' in body) return null;
  const { query, operationName, variables } = body as Readonly<Record<string, unknown>>;
  if (typeof query !== 'string' || !(operationName == null || typeof operationName === 'string')) return null;
  if (typeof (variables ?? {}) !== 'object' || Array.isArray(variables)) return null;
  return { query, operationName: operationName ?? undefined, variables: (variables ?? {}) as Asked['variables'] };
}

const keyOf = (head: string, { query, operationName = '' }: Asked): string => `${head}\n${operationName}\n${query}`;
