import { createHmac, timingSafeEqual } from 'node:crypto';

/** Seconds by which the clocks of both sides may differ. */
const TOLERANCE = 300;

/**
 * The value of `Barometre-Signature`: when it was signed, in seconds since 1970, then one HMAC-SHA256 for each secret
 * that is in force, in hexadecimal, of that number, a full stop and the body as it is sent.
 *
 *     t=1669000000,v1=5257a8…
 */
export function signatureOf(secrets: readonly string[], body: string, at: Date): string {
  const t = Math.floor(at.getTime() / 1000);
  return [`t=${t}`, ...secrets.map((secret) => `v1=${macOf(secret, t, body)}`)].join(',');
}

/** Whether a body comes from whoever shares the secret, and was signed just now: how a receiver checks it. */
export function isSigned(header: string, secret: string, body: string, now: Date): boolean {
  const t = Number(/(?:^|,)t=(\d{1,12})(?:,|$)/.exec(header)?.[1] ?? Number.NaN);
  if (!(Math.abs(now.getTime() / 1000 - t) <= TOLERANCE)) return false;
  const due = Buffer.from(macOf(secret, t, body), 'hex');
  return [...header.matchAll(/v1=([0-9a-f]{64})/g)].some(([, mac = '']) =>
    timingSafeEqual(Buffer.from(mac, 'hex'), due),
  );
}

const macOf = (secret: string, t: number, body: string): string =>
  createHmac('sha256', secret).update(`${t}.${body}`).digest('hex');
