import { lookup } from 'node:dns/promises';
import { type ClientRequest, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import { hostOf, isPublic } from './reach.rules.ts';

/** How one attempt went. */
export interface Outcome {
  readonly status: number | null;
  readonly failure: string | null;
  readonly ms: number;
}

/** Whether an address may be written to. Tests let in their own; nobody else does. */
export type MayReach = (address: string, port: number) => boolean;

/** The open Internet, on the ports of the web. */
export const ANYWHERE_PUBLIC: MayReach = (address, port) => isPublic(address) && (port === 443 || port === 80);

/** Milliseconds that an address has to answer in. */
const PATIENCE = 10_000;

/**
 * Posts a body to an address. The name is looked up here, every address it has is judged, and the connection is made to
 * the one that was judged, so that a name cannot mean something else a moment later. Redirections are not followed, and
 * of the answer nothing but its status is read.
 */
export async function post(
  url: URL,
  body: string,
  headers: Readonly<Record<string, string>>,
  mayReach: MayReach,
): Promise<Outcome> {
  const start = performance.now();
  const outcome = (status: number | null, failure: string | null): Outcome => ({
    ...{ status, failure, ms: Math.round(performance.now() - start) },
  });
  try {
    const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
    const addresses = await addressesOf(hostOf(url));
    const [address] = addresses;
    if (!address || !addresses.every((each) => mayReach(each, port))) return outcome(null, 'PRIVATE_ADDRESS');
    const status = await sent(url, address, body, headers);
    if (status >= 200 && status < 300) return outcome(status, null);
    return outcome(status, status >= 300 && status < 400 ? 'REDIRECTED' : 'REFUSED');
  } catch (error) {
    return outcome(null, failureOf(error));
  }
}

async function addressesOf(host: string): Promise<string[]> {
  if (isIP(host)) return [host];
  return (await lookup(host, { all: true })).map(({ address }) => address);
}

function sent(url: URL, address: string, body: string, headers: Readonly<Record<string, string>>): Promise<number> {
  const family = isIP(address);
  return new Promise((resolve, reject) => {
    const options = {
      method: 'POST',
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      agent: false as const,
      signal: AbortSignal.timeout(PATIENCE),
      lookup: (_: string, { all }: { all?: boolean }, answer: (...found: unknown[]) => void) =>
        all ? answer(null, [{ address, family }]) : answer(null, address, family),
    };
    const made: ClientRequest = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, options as object);
    made.on('response', (response) => {
      resolve(response.statusCode ?? 0);
      response.destroy();
    });
    made.on('error', reject);
    made.end(body);
  });
}

function failureOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'NO_SUCH_HOST';
  return code === 'ABORT_ERR' || (error instanceof Error && error.name === 'TimeoutError') ? 'TIMEOUT' : 'UNREACHABLE';
}
