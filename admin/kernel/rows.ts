import { type DocumentNode, print } from 'graphql';
import type { RaRecord } from 'react-admin';
import { refused } from './api.ts';

/** Some rows of a list, and how many there are in all. */
export interface RowsRead<T> {
  readonly rows: readonly T[];
  readonly total: number;
}

/** One line of the answer: the total, then rows by the thousand, then how many there were; or a refusal. */
interface Line<T> {
  readonly total?: number;
  readonly rows?: readonly T[];
  readonly done?: number;
  readonly refused?: string;
}

/** Every row of a list, as the server reads them: all as they stood at one instant. */
export async function* rowsOf<T extends RaRecord>(
  document: DocumentNode,
  variables: object,
  signal?: AbortSignal,
): AsyncGenerator<RowsRead<T>> {
  let total = 0;
  let whole = false;
  for await (const line of linesOf(await sent(document, variables, signal))) {
    const said = JSON.parse(line) as Line<T>;
    if (said.refused) throw refused(said.refused, 422);
    total = said.total ?? total;
    if (said.total === 0) yield { rows: [], total };
    if (said.rows) yield { rows: said.rows, total };
    whole ||= said.done !== undefined;
  }
  // A connection that breaks looks like an end: a file must not pass for whole when it is not.
  if (!whole) throw refused('UNREACHABLE', 503);
}

async function sent(document: DocumentNode, variables: object, signal?: AbortSignal): Promise<Response> {
  const response = await fetch('/admin/exports', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: print(document), variables }),
    ...(signal ? { signal } : {}),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw refused('UNREACHABLE', 503);
  });
  if (response.ok) return response;
  const answer = (await response.json().catch(() => null)) as {
    errors?: { extensions?: { code?: string } }[];
  } | null;
  throw refused(answer?.errors?.[0]?.extensions?.code ?? 'INTERNAL', response.status);
}

async function* linesOf({ body }: Response): AsyncGenerator<string> {
  if (!body) return;
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    const lines = (rest + (value ?? '')).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
    if (done) break;
  }
  if (rest) yield rest;
}
