import { print } from 'graphql';
import { HttpError } from 'react-admin';
import type { TadaDocumentNode } from './graphql.ts';
import { stageHeaders } from './stage.ts';

/**
 * What the body of a refused request says. `code` is that of `server/kernel/reasons.ts`; `errors` are those of fields,
 * and under `root` those of the whole: `faults`, one a line.
 */
export interface Refusal {
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly errors?: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
}

interface Answer<Result> {
  readonly data?: Result | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: string; readonly details?: Readonly<Record<string, unknown>> };
  }[];
  readonly extensions?: { readonly acts?: readonly string[] };
}

/** Asks the back office. A refusal is thrown as react-admin's HttpError, whose message is a key of the dictionary. */
export async function run<Result, Variables>(
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Result> {
  return (await doing(document, variables, signal)).data;
}

/** What a change answered, and the acts it committed: `undoAct` takes each back. */
export interface Done<Result> {
  readonly data: Result;
  readonly acts: readonly string[];
}

/** Asks for a change that may be undone. */
export async function doing<Result, Variables>(
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
  headers: Readonly<Record<string, string>> = {},
): Promise<Done<Result>> {
  const response = await fetch('/admin/graphql', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', ...stageHeaders(), ...headers },
    body: JSON.stringify({ query: print(document), variables }),
    ...(signal ? { signal } : {}),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw refused('UNREACHABLE', 503);
  });
  const answer = (await response.json().catch(() => null)) as Answer<Result> | null;
  const error = answer?.errors?.[0];
  if (error) throw refused(codeOf(error.extensions?.code), response.status, error.extensions?.details, error.message);
  if (!answer?.data) throw refused('INTERNAL', response.status);
  return { data: answer.data, acts: answer.extensions?.acts ?? [] };
}

/** The code of a refusal, whatever was thrown. */
export const codeIn = (error: unknown): string =>
  error instanceof HttpError ? ((error.body as Refusal | null)?.code ?? 'INTERNAL') : 'INTERNAL';

/** What a refusal details, whatever was thrown. */
export const detailsIn = (error: unknown): Refusal['details'] =>
  error instanceof HttpError ? ((error.body as Refusal | null)?.details ?? {}) : {};

export function refused(code: string, status: number, details: Refusal['details'] = {}, message = ''): HttpError {
  const field = typeof details.field === 'string' ? details.field : /at "input\.(\w+)/.exec(message)?.[1];
  const faults = Array.isArray(details.faults) ? details.faults : [];
  const placed = Object.fromEntries(faults.filter(isPlaced).map(({ field, reason }) => [field, `fault.${reason}`]));
  const whole = { root: { serverError: `refusal.${code}`, faults: faults.map(String).join('\n') } };
  const found = Object.keys(placed).length > 0 ? placed : faults.length > 0 ? whole : null;
  const errors = field ? { errors: { [field]: `refusal.${code}` } } : found ? { errors: found } : {};
  return new HttpError(`refusal.${code}`, statuses[code] ?? (status < 400 ? 422 : status), {
    code,
    details,
    ...errors,
  });
}

/** A fault that names the field it is in. */
const isPlaced = (fault: unknown): fault is { field: string; reason: string } =>
  typeof fault === 'object' && fault !== null && 'field' in fault && 'reason' in fault;

/** Malformed documents and variables are one thing to people: something they typed does not fit. */
const codeOf = (code: string | undefined): string =>
  code === undefined || code === 'INTERNAL_SERVER_ERROR'
    ? 'INTERNAL'
    : code === 'GRAPHQL_VALIDATION_FAILED' || code === 'GRAPHQL_PARSE_FAILED'
      ? 'BAD_USER_INPUT'
      : code;

const statuses: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  STALE: 409,
  BAD_USER_INPUT: 422,
  INTERNAL: 500,
};
