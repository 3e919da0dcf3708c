import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { editionGranting } from '../edition/edition.service.ts';
import type { Actor } from '../kernel/actor.ts';
import { Refusal } from '../kernel/errors.ts';
import { type PolicyRules, policyFaults, underPolicy } from '../score/policy.rules.ts';
import type { Rules } from '../score/score.rules.ts';
import { issuesOf, policyRules } from './grid.rules.ts';
import { gridOf, rulesOf } from './grid.service.ts';
import type { Grid } from './grid.ts';
import { ScoringPolicy } from './policy.ts';

/** Chooses what absences do in an edition: the choice, its author and motive stay, whatever is chosen next. */
export function choosePolicy(
  em: EntityManager,
  actor: Actor,
  editionId: string,
  data: unknown,
  motive: string,
): Promise<ScoringPolicy> {
  return em.transactional(async (em) => {
    const edition = await editionGranting(em, editionId, 'POLICY', 'POLICY_FROZEN', LockMode.PESSIMISTIC_WRITE);
    const rules = readPolicy(rulesOf(await gridOf(em, editionId)), data);
    const latest = await latestPolicy(em, editionId);
    return em.create(ScoringPolicy, { edition, number: (latest?.number ?? 0) + 1, rules, motive, chosenBy: actor.id });
  });
}

/** A policy read from anywhere, fit for a grid; refused with every fault otherwise. */
export function readPolicy(grid: Rules, data: unknown): PolicyRules {
  const read = policyRules.safeParse(data);
  const faults = read.success ? policyFaults(grid, read.data as PolicyRules) : issuesOf(read.error);
  if (faults.length > 0) throw new Refusal('POLICY_INVALID', { faults });
  return read.data as PolicyRules;
}

/** The policy in force: the latest, or null when the grid speaks alone. */
export const latestPolicy = (em: EntityManager, editionId: string): Promise<ScoringPolicy | null> =>
  em.findOne(ScoringPolicy, { edition: editionId }, { orderBy: { number: 'desc' } });

/** The rules scores are computed with: those of the grid, under the policy in force. */
export const rulesInForce = (grid: Grid, policy: Pick<ScoringPolicy, 'rules'> | null): Rules =>
  policy ? underPolicy(rulesOf(grid), policy.rules) : rulesOf(grid);
