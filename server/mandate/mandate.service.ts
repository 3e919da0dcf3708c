import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Category } from '../edition/category.ts';
import { SpecialPrize } from '../edition/prize.ts';
import { Refusal } from '../kernel/errors.ts';
import { heldPanel } from '../panel/panel.service.ts';
import type { Panel } from '../panel/panel.ts';
import type { DeliberationRulesInput } from './mandate.input.ts';
import { faultsOfRules } from './mandate.rules.ts';
import { Mandate } from './mandate.ts';

/** Entrusts the trophy of a category, or a special prize, to a panel. One award has one panel: the database arbitrates. */
export function entrustAward(
  em: EntityManager,
  panelId: string,
  awardId: string,
  rules: DeliberationRulesInput,
): Promise<Mandate> {
  return em.transactional(async (em) => {
    const panel = await heldPanel(em, panelId);
    const mandate = em.create(Mandate, { panel, ...(await awardIn(em, panel, awardId)) });
    declare(mandate, rules);
    await em.flush();
    return mandate;
  });
}

async function awardIn(em: EntityManager, panel: Panel, id: string) {
  const category = await em.findOne(Category, { id, edition: panel.edition.id });
  if (category && !category.awarded) throw new Refusal('CATEGORY_NOT_AWARDED');
  const prize = category ? null : await em.findOne(SpecialPrize, { id, edition: panel.edition.id });
  if (!category && !prize) throw new Refusal('NOT_FOUND');
  return { category, prize };
}

/** Declares the rules of a deliberation, until its first ballot is opened. */
export function declareRules(
  em: EntityManager,
  id: string,
  version: number,
  rules: DeliberationRulesInput,
): Promise<Mandate> {
  return em.transactional(async (em) => {
    const mandate = await heldMandate(em, id);
    if (mandate.frozenAt) throw new Refusal('RULES_FROZEN');
    if (mandate.version !== version) throw new Refusal('STALE');
    declare(mandate, rules);
    return mandate;
  });
}

/** Takes an award back from a panel that has not opened a ballot on it. */
export function withdrawAward(em: EntityManager, id: string): Promise<boolean> {
  return em.transactional(async (em) => {
    const mandate = await heldMandate(em, id);
    if (mandate.frozenAt) throw new Refusal('RULES_FROZEN');
    em.remove(mandate);
    return true;
  });
}

function declare(mandate: Mandate, rules: DeliberationRulesInput): void {
  for (const [rule, value] of Object.entries(rules)) if (value != null) Object.assign(mandate, { [rule]: value });
  mandate.criteria = mandate.criteria.map(({ code, label, weight }) => ({ code, label, weight }));
  const faults = faultsOfRules(mandate);
  if (faults.length > 0) throw new Refusal('RULES_INVALID', { faults });
}

/** A mandate that nobody else changes meanwhile, its panel held. */
async function heldMandate(em: EntityManager, id: string): Promise<Mandate> {
  const { panel } = await em.findOneOrFail(Mandate, { id });
  await heldPanel(em, panel.id);
  return em.findOneOrFail(Mandate, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
}
