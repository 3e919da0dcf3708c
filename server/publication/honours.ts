import type { Honour } from '../disclosure/honour.rules.ts';
import type { Awarded } from '../edition/award.ts';
import { PrizeBasis, type SpecialPrize } from '../edition/prize.ts';
import type { RunRules } from '../ranking/kept.service.ts';
import { Award, type Trophy } from '../trophy/trophy.ts';
import type { Scored } from './means.ts';
import type { Decisive } from './part.rules.ts';

/** The criteria that the special prizes of a palmarès rank on. */
export const decisiveIn = (trophies: readonly Trophy[]): Decisive =>
  new Map(
    trophies.flatMap(({ prize }) => {
      const of = prize?.getEntity();
      return of?.basis === PrizeBasis.DETERMINANT ? [[of.code, new Set(of.criteria)] as const] : [];
    }),
  );

/** What readers know from a palmarès: of each award that ranks, whom it names, and what its rules ask of a laureate. */
export const honoursIn = ({ rules }: RunRules, scored: readonly Scored[], trophies: readonly Trophy[]): Honour[] =>
  trophies.flatMap((trophy) => {
    const [category, prize] = [trophy.category?.getEntity(), trophy.prize?.getEntity()];
    const measure = prize ? measureOf(prize) : 'overall';
    const of: Awarded | undefined = category ?? prize;
    if (!of || measure === null) return [];
    const categories = category ? [category.code] : (prize?.categoryCodes ?? []);
    const open = scored.filter(({ category }) => categories.length === 0 || categories.includes(category));
    const field = open.filter(({ ranked, scores }) => ranked && scores.has(measure));
    const places = new Set(
      trophy.laureates
        .getItems()
        .flatMap(({ award, rank, structure }) => (award === Award.RANKED || rank === null ? [] : [structure.id])),
    );
    const named = field.filter(({ structureId }) => places.has(structureId));
    // An award that too few compete for has no laureate for that reason alone.
    const least = of.awardMinimum === null || field.length < of.awardField ? null : Number(of.awardMinimum);
    return [{ measure, field, named, least }, ...named.flatMap((each) => unharmed(rules, each))];
  });

/** Of a laureate: no channel fell under its threshold. */
const unharmed = ({ channels }: RunRules['rules'], laureate: Scored): Honour[] =>
  channels.flatMap(({ code, minimum }) =>
    minimum == null
      ? []
      : [{ measure: `channel.${code}`, field: [laureate], named: [laureate], least: Number(minimum) }],
  );

function measureOf({ basis, channel, code }: SpecialPrize): string | null {
  if (basis === PrizeBasis.FREE) return null;
  if (basis === PrizeBasis.DETERMINANT) return `prize.${code}`;
  return basis === PrizeBasis.CHANNEL ? `channel.${channel}` : 'overall';
}
