import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Verdict } from '../kernel/import.ts';

const LEVEL = 1;

/** Verdicts as they are kept with their run, and the SHA-256 by which two lists of them are the same. */
export async function packed(verdicts: readonly Verdict[]): Promise<{ content: Buffer; digest: string }> {
  const text = JSON.stringify(verdicts);
  return { content: await promisify(gzip)(text, { level: LEVEL }), digest: digestOf(text) };
}

export const digestOfVerdicts = (verdicts: readonly Verdict[]): string => digestOf(JSON.stringify(verdicts));

export const unpacked = async (content: Buffer): Promise<Verdict[]> =>
  JSON.parse(String(await promisify(gunzip)(content))) as Verdict[];

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');
