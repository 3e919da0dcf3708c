import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileTypeFromBuffer } from 'file-type';
import { Refusal } from '../kernel/errors.ts';
import type { Keeping } from '../kernel/keeping.ts';
import type { EvidenceKind } from '../kernel/kinds.ts';
import { accepted, isImage, isMisnamed, typeIn } from './evidence.rules.ts';
import { drawnAgain } from './picture.ts';

/** A file that was received, in full, in a folder of ours. */
export interface Received {
  readonly path: string;
  readonly name: string;
  readonly kind: EvidenceKind;
  /** Where it is to be kept: the same for the same sending, so that one that is repeated takes no more room. */
  readonly storedKey: string;
}

/** A file that is kept in the store, and what is known of it. */
export interface Taken {
  readonly storedKey: string;
  readonly type: string;
  /** In bytes, as kept. */
  readonly size: number;
  /** SHA-256 of what is kept, hexadecimal. */
  readonly digest: string;
  /** The fingerprint of a picture; null for anything else. */
  readonly print: string | null;
  /** Whether the virus scanner has seen it, or there is none. False: it waits, and is shown to nobody. */
  readonly cleared: boolean;
}

/** Whether an installation takes a kind of evidence; refused otherwise, before a byte is read. */
export function refuseKind({ days }: Keeping, kind: EvidenceKind): void {
  if (!(days[kind] > 0)) throw new Refusal('EVIDENCE_KIND', { kind });
}

/**
 * Looks at a file that was received, cleans it and keeps it. Its type is what its content says, never its name or what a
 * browser says; pictures are drawn again. A PDF, a text or a recording stays as it came, metadata included.
 */
export async function takeFile(keeping: Keeping, { path, name, kind, storedKey }: Received): Promise<Taken> {
  const original = await readFile(path);
  if (original.length === 0) throw new Refusal('UPLOAD_EMPTY');
  const found = await fileTypeFromBuffer(original);
  const type = typeIn(found?.mime ?? null, original);
  const types: readonly string[] = accepted[kind].types;
  if (!type || !types.includes(type) || isMisnamed(name, type)) throw new Refusal('EVIDENCE_TYPE', { kind, types });
  const cleared = await clears(keeping, path);
  const drawn = isImage(type) ? await drawnAgain(path, type) : { content: original, print: null };
  await keeping.store.put(storedKey, drawn.content);
  const digest = createHash('sha256').update(drawn.content).digest('hex');
  return { storedKey, type, size: drawn.content.length, digest, print: drawn.print, cleared };
}

/** Whether a file was found clean; refused when it was not, false when the scanner cannot be reached. */
async function clears({ scanner }: Keeping, path: string): Promise<boolean> {
  if (!scanner) return true;
  const clean = await scanner.isClean(path).catch(() => null);
  if (clean === false) throw new Refusal('EVIDENCE_INFECTED');
  return clean === true;
}
