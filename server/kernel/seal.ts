import { createHash, createHmac, createPrivateKey, createPublicKey, hkdfSync, sign } from 'node:crypto';

/** What signs in the name of this installation: anyone may check, with the public key and nothing else. */
export interface Seal {
  /** Ed25519, 32 bytes in base64url. */
  readonly publicKey: string;
  /** SHA-256 of the public key, in hexadecimal: what one reads out to compare. */
  readonly fingerprint: string;
  /** The Ed25519 signature of a text, in base64url. The same text always has the same. */
  sign(text: string): string;
  /** HMAC-SHA-256 of a text, in base64url, under a key of its own: only this installation can make or check it. */
  stamp(text: string): string;
}

/** What precedes the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The seal derived from the secret of the application: nothing more to keep, and a restored one signs as before. */
export function openSeal(secret: string): Seal {
  const seed = Buffer.from(hkdfSync('sha256', secret, '', 'barometre score certificate', 32));
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
  const stamps = Buffer.from(hkdfSync('sha256', secret, '', 'barometre short address', 32));
  const { x: publicKey = '' } = createPublicKey(key).export({ format: 'jwk' });
  return {
    publicKey,
    fingerprint: createHash('sha256').update(Buffer.from(publicKey, 'base64url')).digest('hex'),
    sign: (text) => sign(null, Buffer.from(text), key).toString('base64url'),
    stamp: (text) => createHmac('sha256', stamps).update(text).digest('base64url'),
  };
}
