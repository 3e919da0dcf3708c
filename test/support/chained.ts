import { createHash } from 'node:crypto';
import { canonical, type Json } from '../../server/kernel/canonical.rules.ts';
import type { Link } from '../../server/minutes/chain.rules.ts';

export const hashOf = (record: string): string => createHash('sha256').update(record).digest('hex');

/** A chain that holds, each record with a content of its own. */
export function makeChain(
  contents: readonly Json[],
  change: (record: object, i: number) => object = (it) => it,
): Link[] {
  const links: Link[] = [];
  for (const [i, content] of contents.entries()) {
    const told = { number: i + 1, previous: links.at(-1)?.hash ?? null, corrects: null, content };
    const record = canonical(change(told, i) as Json);
    links.push({ record, hash: hashOf(record) });
  }
  return links;
}
