import { HttpError } from 'react-admin';

/** Asks Better Auth, which owns passwords and sessions. Its own codes become ours, which the dictionary translates. */
export async function askAuth<Answer>(path: string, body: object): Promise<Answer> {
  const response = await fetch(`/api/auth/${path}`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => null);
  if (!response) throw refusedAs('UNREACHABLE', 503);
  const answer = (await response.json().catch(() => null)) as { code?: string } | null;
  if (!response.ok) throw refusedAs(codeOf(response.status, answer?.code), response.status);
  return answer as Answer;
}

const refusedAs = (code: string, status: number) => new HttpError(`refusal.${code}`, status, { code, details: {} });

/** A locked account and too many attempts look alike on purpose: neither tells whether the address exists. */
function codeOf(status: number, code: string | undefined): string {
  if (code && known[code]) return known[code];
  if (status === 423 || status === 429) return 'ACCOUNT_LOCKED';
  if (status === 401) return 'SIGN_IN_WRONG';
  return status >= 500 ? 'INTERNAL' : 'BAD_USER_INPUT';
}

const known: Readonly<Record<string, string>> = {
  INVALID_EMAIL_OR_PASSWORD: 'SIGN_IN_WRONG',
  INVALID_EMAIL: 'SIGN_IN_WRONG',
  INVALID_PASSWORD: 'PASSWORD_WRONG',
  USER_NOT_FOUND: 'SIGN_IN_WRONG',
  ACCOUNT_LOCKED: 'ACCOUNT_LOCKED',
  ACCOUNT_TEMPORARILY_LOCKED: 'ACCOUNT_LOCKED',
  ACCOUNT_CLOSED: 'ACCOUNT_CLOSED',
  INVALID_CODE: 'CODE_WRONG',
  INVALID_TWO_FACTOR_COOKIE: 'CODE_EXPIRED',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'CODE_EXPIRED',
  INVALID_TOKEN: 'TOKEN_WRONG',
  TOKEN_EXPIRED: 'TOKEN_WRONG',
  PASSWORD_TOO_SHORT: 'PASSWORD_SHORT',
  PASSWORD_TOO_LONG: 'PASSWORD_LONG',
};
