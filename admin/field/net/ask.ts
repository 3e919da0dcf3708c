import { print } from 'graphql';
import type { TadaDocumentNode } from '../../kernel/graphql.ts';

/** What keeps something from being done, by its code: those of the server, and UNREACHABLE without a network. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(code);
  }
}

/** The code of a refusal, whatever was thrown. */
export const codeOf = (error: unknown): string => (error instanceof Refused ? error.code : 'INTERNAL');

interface Answer<Result> {
  readonly data?: Result | null;
  readonly errors?: readonly {
    readonly extensions?: { readonly code?: string; readonly details?: Record<string, unknown> };
  }[];
}

/** Milliseconds the last exchange took, from the request to its answer: half of it lies before the server's clock. */
export const lastTrip = { ms: 0 };

/** Asks the back office, in the session of whoever is signed in. */
export async function ask<Result, Variables>(
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  const begun = performance.now();
  const answer = await post<Answer<Result>>('/admin/graphql', { query: print(document), variables });
  lastTrip.ms = Math.round(performance.now() - begun);
  const refusal = answer.errors?.[0]?.extensions;
  if (answer.errors?.[0]) throw new Refused(refusal?.code ?? 'INTERNAL', refusal?.details);
  if (!answer.data) throw new Refused('INTERNAL');
  return answer.data;
}

/** Signs in; answers whether a code is asked for besides. */
export async function signIn(email: string, password: string): Promise<boolean> {
  const answer = await post<{ code?: string; twoFactorRedirect?: boolean }>('/api/auth/sign-in/email', {
    email,
    password,
  });
  if (answer.code) throw new Refused(answer.code.includes('LOCKED') ? 'ACCOUNT_LOCKED' : 'SIGN_IN_WRONG');
  return answer.twoFactorRedirect === true;
}

/** Gives the code of those who asked for one. */
export async function giveCode(code: string): Promise<void> {
  const answer = await post<{ code?: string }>('/api/auth/two-factor/verify-totp', { code });
  if (answer.code) throw new Refused('CODE_WRONG');
}

export const signOut = (): Promise<unknown> => post('/api/auth/sign-out', {});

/** Characters that a browser goes on sending once their page is left. */
const OUTLIVING = 60_000;

async function post<Answer>(path: string, said: object): Promise<Answer> {
  const body = JSON.stringify(said);
  const left = 'document' in globalThis && document.visibilityState === 'hidden';
  const response = await fetch(path, {
    ...{ method: 'POST', credentials: 'same-origin', headers: { 'content-type': 'application/json' } },
    ...{ body, keepalive: left && body.length < OUTLIVING },
  }).catch(() => null);
  const answer = (await response?.json().catch(() => null)) as Answer | null | undefined;
  if (!response || response.status === 502 || response.status === 504 || !answer) throw new Refused('UNREACHABLE');
  return answer;
}
