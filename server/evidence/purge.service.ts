import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Keeping } from '../kernel/keeping.ts';
import { Evidence, EvidenceState } from './evidence.ts';

/** What looking after the evidence came to. */
export interface Cared {
  /** How many files were destroyed because their time was over, by kind. */
  readonly purged: Readonly<Record<string, number>>;
  /** How many waited for the virus scanner and can now be looked at. */
  readonly cleared: number;
  /** How many were destroyed because the scanner found something in them. */
  readonly infected: number;
}

const SOME = 100;

/**
 * Destroys what is due, but for what is held until something is settled, and asks the scanner about what waits. A file whose store is away stays due, and is tried again at
 * the next look; what was destroyed is told, and stays told in the record.
 */
export async function careForEvidence(
  em: EntityManager,
  keeping: Keeping,
  now: Date,
  held: readonly string[] = [],
): Promise<Cared> {
  const today = now.toISOString().slice(0, 10);
  const purged: Record<string, number> = {};
  const due = {
    state: { $in: [EvidenceState.READY, EvidenceState.PENDING] },
    purgeOn: { $lte: today },
    id: { $nin: [...held] },
  };
  for (const evidence of await em.find(Evidence, due, { limit: SOME, orderBy: { purgeOn: 'asc' } })) {
    await destroy(em, keeping, evidence, EvidenceState.PURGED, now);
    purged[evidence.kind] = (purged[evidence.kind] ?? 0) + 1;
  }
  return { purged, ...(await scanAgain(em, keeping, now)) };
}

async function scanAgain(em: EntityManager, keeping: Keeping, now: Date): Promise<Omit<Cared, 'purged'>> {
  const told = { cleared: 0, infected: 0 };
  for (const evidence of await em.find(Evidence, { state: EvidenceState.PENDING }, { limit: SOME })) {
    const clean = await isClean(keeping, evidence);
    if (clean === null) return told;
    if (clean) {
      evidence.state = EvidenceState.READY;
      await em.flush();
      told.cleared += 1;
    } else {
      await destroy(em, keeping, evidence, EvidenceState.INFECTED, now);
      told.infected += 1;
    }
  }
  return told;
}

/** Null while the scanner is away. Without a scanner any more, nothing waits for it. */
async function isClean({ scanner, store, incoming }: Keeping, { id, storedKey }: Evidence): Promise<boolean | null> {
  if (!scanner) return true;
  const path = join(incoming, `again-${id}`);
  try {
    await writeFile(path, await buffer(await store.read(storedKey)), { mode: 0o600 });
    return await scanner.isClean(path);
  } catch {
    return null;
  } finally {
    await rm(path, { force: true });
  }
}

/** The content first: a record that says it is gone must never be wrong. */
async function destroy(em: EntityManager, { store }: Keeping, evidence: Evidence, state: EvidenceState, now: Date) {
  await store.remove(evidence.storedKey);
  Object.assign(evidence, { state, goneAt: now, print: null });
  await em.flush();
}
