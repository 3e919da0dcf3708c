import type { EntityManager } from '@mikro-orm/postgresql';
import { type Audit, Measurement } from '../audit/audit.ts';
import type { Finding } from '../audit/finding.rules.ts';
import type { Criterion } from '../grid/criterion.ts';
import type { Actor } from '../kernel/actor.ts';
import { Refusal } from '../kernel/errors.ts';
import type { CorrectionMotive } from './correction.ts';
import { Correction } from './correction.ts';
import { changedIn, findingIn, unaskedIn } from './found.rules.ts';
import type { FindingInput } from './found.ts';
import { heldAudit, touch } from './held.ts';

/** What is to be corrected of a test that was read at a version. */
export interface Corrected {
  readonly auditId: string;
  readonly version: number;
  readonly findings: readonly FindingInput[];
}

/** One measurement, before and after. */
export interface Difference {
  readonly measurement: Measurement;
  readonly criterion: Criterion;
  readonly before: Finding;
  readonly after: Finding;
}

/**
 * Corrects what a test found, with a reason; what it said is kept beside what it says. A delay that is derived from
 * events is not corrected by hand, and what is not asked, given the other answers, stays without a value.
 */
export function correctAudit(
  em: EntityManager,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
  corrected: Corrected,
  why: { readonly motive: CorrectionMotive; readonly reason: string },
): Promise<Audit> {
  return em.transactional(async (em) => {
    const audit = await heldAudit(em, actor, corrected.auditId, corrected.version);
    const differences = await differencesOf(em, audit, corrected.findings);
    if (differences.length === 0) throw new Refusal('CORRECTION_NOTHING');
    for (const { measurement, criterion, before, after } of differences) {
      em.assign(measurement, after);
      em.create(Correction, { ...why, audit, criterion, before, after, madeBy: actor.id, madeAt: now });
    }
    await em.flush();
    await touch(em, audit);
    return em.refreshOrFail(audit);
  });
}

/** What would change in a test, each value judged by the scale of its criterion. */
export async function differencesOf(
  em: EntityManager,
  audit: Audit,
  findings: readonly FindingInput[],
): Promise<Difference[]> {
  const measurements = await em.find(Measurement, { audit }, { populate: ['criterion'], refresh: true });
  const all = measurements.map((measurement) => ({
    ...{ measurement, criterion: measurement.criterion.getEntity(), before: foundIn(measurement) },
  }));
  const said = new Map(findings.map((finding) => [finding.criterionId, finding]));
  const known = new Set<string>(all.map(({ criterion }) => criterion.id));
  if (findings.some(({ criterionId }) => !known.has(criterionId))) throw new Refusal('NOT_FOUND');
  const lines = all.map(({ criterion, before, measurement }) => {
    const finding = said.get(criterion.id);
    if (finding && criterion.delay) throw new Refusal('CORRECTION_DERIVED', { criterion: criterion.label });
    const after = finding ? findingIn(criterion, finding) : before;
    if (typeof after === 'string') throw new Refusal('CORRECTION_VALUE', { criterion: criterion.label, fault: after });
    return { measurement, criterion, before, after };
  });
  const unasked = unaskedIn(lines);
  if (unasked.length > 0) throw new Refusal('CORRECTION_UNASKED', { criteria: unasked.map(({ label }) => label) });
  return changedIn(lines);
}

/** What is stored of a measurement, one way to write each amount. */
export const foundIn = ({ amount, choice, absence }: Measurement): Finding => ({
  ...{ choice, absence, amount: amount === null ? null : String(Number(amount)) },
});
