import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Category } from '../edition/category.ts';
import { editionGranting } from '../edition/edition.service.ts';
import { Refusal } from '../kernel/errors.ts';
import type { RulesSaid } from '../planner/problem.rules.ts';
import { customary, planFaults, type Spending } from '../planner/said.rules.ts';
import type { PersonaInput, PlanRulesInput, ScenarioInput } from './plan.input.ts';
import { PlanRules } from './plan.ts';
import { Persona, Scenario } from './scenario.ts';

/** The rules of an edition, and their version; customary ones, under version 0, before staff say any. */
export async function rulesOf(
  em: EntityManager,
  editionId: string,
): Promise<PlanRules | (RulesSaid & Spending & { version: 0 })> {
  return (await em.findOne(PlanRules, { edition: editionId })) ?? { ...customary, version: 0 };
}

/** Writes the rules of an edition. A plan that was drawn stays as it is until it is drawn again or mended. */
export function saveRules(
  em: EntityManager,
  editionId: string,
  version: number,
  input: PlanRulesInput,
): Promise<PlanRules> {
  return em.transactional(async (em) => {
    const edition = await editionGranting(em, editionId, 'PLAN', 'PLAN_CLOSED', LockMode.PESSIMISTIC_WRITE);
    const before = await em.findOne(PlanRules, { edition });
    if ((before?.version ?? 0) !== version) throw new Refusal('STALE');
    const said = saidOf(input);
    const codes = (await em.find(Category, { edition })).map(({ code }) => code);
    const faults = planFaults(said, codes);
    if (faults.length > 0) throw new Refusal('PLAN_INVALID', { faults });
    const rules = before ? em.assign(before, said as never) : em.create(PlanRules, { edition, ...said } as never);
    await em.flush();
    return rules;
  });
}

/** What is kept of rules, each list in an order of its own: the same rules have one digest. */
const saidOf = (input: PlanRulesInput): RulesSaid & Spending => ({
  ...input,
  targets: input.targets.map(({ channel, categoryCode, tests }) => ({
    ...{ channel, tests, categoryCode: categoryCode ?? null },
  })),
  bands: input.bands.map(({ channel, weekdays, from, to }) => ({
    ...{ channel, from, to, weekdays: [...new Set(weekdays)].sort() },
  })),
  closedDays: [...new Set(input.closedDays)].sort(),
  weekExcess: input.weekExcess ?? null,
  costs: input.costs.map(({ rule, cost }) => ({ rule, cost })),
  prices: (input.prices ?? []).map(({ channel, cents }) => ({ channel, cents })),
  budget: input.budget ?? null,
});

export async function createScenario(em: EntityManager, editionId: string, input: ScenarioInput): Promise<Scenario> {
  const edition = await editionGranting(em, editionId, 'PLAN', 'PLAN_CLOSED');
  const scenario = em.create(Scenario, { edition, ...input });
  await em.flush();
  return scenario;
}

export async function createPersona(em: EntityManager, editionId: string, input: PersonaInput): Promise<Persona> {
  const edition = await editionGranting(em, editionId, 'PLAN', 'PLAN_CLOSED');
  const persona = em.create(Persona, { edition, ...input } as never);
  await em.flush();
  return persona;
}

/** Corrects a scenario or a persona. */
export async function correct<T extends Scenario | Persona>(
  em: EntityManager,
  noun: new () => T,
  id: string,
  version: number,
  input: object,
): Promise<T> {
  const lock = { lockMode: LockMode.OPTIMISTIC, lockVersion: version } as const;
  const found = (await em.findOneOrFail(noun as never, { id } as never, lock as never)) as T;
  await editionGranting(em, found.edition.id, 'PLAN', 'PLAN_CLOSED');
  em.assign(found, input as never);
  await em.flush();
  return found;
}

/** Removes a scenario or a persona that no test is planned with: the foreign keys arbitrate. */
export async function discard(em: EntityManager, noun: new () => Scenario | Persona, id: string): Promise<boolean> {
  const found = (await em.findOneOrFail(noun as never, { id } as never)) as Scenario | Persona;
  await editionGranting(em, found.edition.id, 'PLAN', 'PLAN_CLOSED');
  await em.remove(found).flush();
  return true;
}
