import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { newToken } from '../account/token.ts';
import type { Seal } from '../kernel/seal.ts';
import type { Vote } from '../vote/ballot.rules.ts';

/** What goes into the urn: what a juror wrote, or a blank ballot. */
export type Sealed = Vote | 'BLANK';

/** Bytes every ballot is filled up to a multiple of: how long one is says nothing of what is in it. */
const BLOCK = 4096;

/**
 * The key of the urn of one item. It follows from the secret of the installation and is kept nowhere, so that whoever
 * reads the tables, the journal or a backup reads no ballot; and no operation asks for it before the item closes.
 */
const keyOf = (seal: Seal, itemId: string): Buffer =>
  createHash('sha256')
    .update(seal.sign(`barometre ballots ${itemId}`))
    .digest();

/** Encrypts a ballot for the urn of its item: AES-256-GCM, bound to the item and to whoever casts it. */
export function sealBallot(seal: Seal, itemId: string, jurorId: string, vote: Sealed): string {
  const iv = Buffer.from(newToken(), 'base64url').subarray(0, 12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(seal, itemId), iv);
  cipher.setAAD(Buffer.from(`${itemId} ${jurorId}`));
  const text = JSON.stringify(vote);
  const size = Math.ceil((Buffer.byteLength(text) + 1) / BLOCK) * BLOCK;
  const padded = Buffer.alloc(size, 0x20);
  padded.write(text);
  return Buffer.concat([iv, cipher.update(padded), cipher.final(), cipher.getAuthTag()]).toString('base64');
}

/** Opens a ballot of the urn; throws when it is not what was cast. */
export function openBallot(seal: Seal, itemId: string, jurorId: string, content: string): Sealed {
  const bytes = Buffer.from(content, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', keyOf(seal, itemId), bytes.subarray(0, 12));
  decipher.setAAD(Buffer.from(`${itemId} ${jurorId}`));
  decipher.setAuthTag(bytes.subarray(-16));
  const text = Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('utf8');
  return JSON.parse(text) as Sealed;
}
