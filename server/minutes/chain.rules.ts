import { createHash } from 'node:crypto';
import { canonical, type Json } from '../kernel/canonical.rules.ts';

/** One link of a chain: the very text of a record, and its hash. */
export interface Link {
  /** Canonical JSON with, among others, `number` (from 1) and `previous` (the hash of the record before, or null). */
  readonly record: string;
  /** SHA-256 of that text, in hexadecimal. */
  readonly hash: string;
}

/** The first record that does not hold, and why. */
export interface ChainFault {
  /** Its place in the chain, from 1. */
  readonly place: number;
  readonly reason: 'NOT_A_RECORD' | 'HASH' | 'NUMBER' | 'PREVIOUS' | 'CORRECTS';
}

/**
 * Reads a chain from its first record: each hashes to its hash, bears its number, cites the one before it, and corrects,
 * if any, one that stands before it. Null when all holds. A chain cut short holds too: only its last hash, known from
 * elsewhere, tells that something is missing.
 */
export function faultInChain(links: readonly Link[]): ChainFault | null {
  for (const [i, { record, hash }] of links.entries()) {
    const reason = faultOf(record, hash, i, links);
    if (reason) return { place: i + 1, reason };
  }
  return null;
}

function faultOf(record: string, hash: string, i: number, links: readonly Link[]): ChainFault['reason'] | null {
  const read = readRecord(record);
  if (read === null) return 'NOT_A_RECORD';
  if (createHash('sha256').update(record).digest('hex') !== hash) return 'HASH';
  if (read.number !== i + 1) return 'NUMBER';
  if (read.previous !== (links[i - 1]?.hash ?? null)) return 'PREVIOUS';
  const { corrects = null } = read;
  return corrects === null || links.slice(0, i).some((before) => before.hash === corrects) ? null : 'CORRECTS';
}

/** A record of the canonical form; null for anything else: one content would otherwise have several hashes. */
function readRecord(text: string): { readonly [key: string]: Json } | null {
  try {
    const read = JSON.parse(text) as Json;
    const isObject = typeof read === 'object' && read !== null && !Array.isArray(read);
    return isObject && canonical(read) === text ? (read as { readonly [key: string]: Json }) : null;
  } catch {
    return null;
  }
}

/** What signs: see `kernel/seal.ts`. */
interface Signing {
  readonly publicKey: string;
  sign(text: string): string;
}

/** A chain as a file that `verify-jury.mjs` checks without a network, signed so that it cannot be cut short unseen. */
export function chainFileOf(links: readonly Link[], year: number, seal: Signing): { readonly [key: string]: Json } {
  const content = {
    ...{ format: 'barometre-decision-chain', formatVersion: 1, year },
    records: links.map(({ record, hash }) => ({ record, hash })),
    publicKey: seal.publicKey,
  };
  return { ...content, signature: seal.sign(canonical(content)) };
}
