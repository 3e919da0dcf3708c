import type { EntityManager } from '@mikro-orm/postgresql';
import Fraction from 'fraction.js';
import type { Category } from '../edition/category.ts';
import { TerritoryRule } from '../edition/category.ts';
import type { Criterion } from '../grid/criterion.ts';
import type { Clause } from '../grid/frame.ts';
import type { Channel } from '../grid/grid.ts';
import { StructureKind } from '../kernel/kinds.ts';
import type { PublishedRows } from '../partner/published.ts';
import type { RunRules } from '../ranking/kept.service.ts';
import { rounded, sum } from '../score/exact.rules.ts';
import { isCompared } from '../score/score.rules.ts';
import { departmentName, regionName } from '../territory/territory.service.ts';

/** What an edition measures, as rows: channels, steps, criteria, and the frames they serve. */
export type Measured = Pick<PublishedRows, 'channel' | 'step' | 'criterion' | 'frame' | 'commitment'>;

export const nothingMeasured: Measured = { channel: [], step: [], criterion: [], frame: [], commitment: [] };

/** The grid of a run, with the weights in force, each as a share of what it is part of. */
export async function measuredIn(em: EntityManager, { grid, rules }: RunRules): Promise<Measured> {
  await em.populate(grid, ['channels.criteria.clauses.frame']);
  const channels = grid.channels.getItems();
  const compared = sum(rules.channels.filter(isCompared).map(({ weight }) => new Fraction(weight)));
  const served = channels.flatMap((channel) =>
    channel.criteria.getItems().flatMap(({ code, clauses }) =>
      clauses
        .getItems()
        .map((clause) => ({ code, clause }))
        .toSorted((a, b) => (orderOf(a.clause) < orderOf(b.clause) ? -1 : 1)),
    ),
  );
  // In an order of their own: the hash of a version must not hang on how the database happens to keep them.
  const frames = new Map(
    served
      .toSorted((a, b) => (orderOf(a.clause) < orderOf(b.clause) ? -1 : 1))
      .map(({ clause }) => [clause.frame.id, clause.frame.getEntity()]),
  );
  return {
    channel: rules.channels.map((rule, position) => ({
      ...{ code: rule.code, position, label: channels.find(({ code }) => code === rule.code)?.label ?? rule.code },
      share: isCompared(rule) ? shareOf(new Fraction(rule.weight), compared) : '0',
    })),
    step: grid.steps.getItems().map(({ code, label }, position) => ({ code, position, label })),
    criterion: channels
      .flatMap((channel) => {
        const shareIn = sharesIn(channel, rules);
        return channel.criteria.getItems().map((criterion) => ({
          ...{ code: criterion.code, label: criterion.label, channel_code: channel.code },
          ...{ step_code: criterion.step.getEntity().code, kind: criterion.kind, value_unit: criterion.unit },
          ...{ bonus: criterion.bonus, share: shareIn(criterion) },
        }));
      })
      .map((row, position) => ({ ...row, position })),
    frame: [...frames.values()].map(({ code, release, label, source }) => ({ code, release, label, source })),
    commitment: served.map(({ code, clause }) => {
      const frame = clause.frame.getEntity();
      return {
        ...{ criterion_code: code, frame_code: frame.code, release: frame.release },
        ...{ number: clause.number, label: clause.label },
      };
    }),
  };
}

function orderOf({ frame, number }: Clause): string {
  const { code, release } = frame.getEntity();
  return `${code} ${release} ${String(number).padStart(6, '0')}`;
}

const shareOf = (part: Fraction, whole: Fraction): string => (whole.equals(0) ? '0' : rounded(part.div(whole), 6));

/** The share of a criterion in its channel: of its weight, or, where steps are weighed, of its step's then its own. */
function sharesIn(channel: Channel, { steps = [] }: RunRules['rules']): (criterion: Criterion) => string {
  const weights = new Map(steps.flatMap(({ code, weight }) => (weight == null ? [] : [[code, new Fraction(weight)]])));
  const counted = channel.criteria.getItems().filter(({ bonus }) => !bonus);
  const total = (criteria: readonly Criterion[]) => sum(criteria.map(({ weight }) => new Fraction(weight)));
  const stepOf = ({ step }: Criterion) => step.getEntity().code;
  if (weights.size === 0) return ({ weight }) => shareOf(new Fraction(weight), total(counted));
  const present = sum([...new Set(counted.map(stepOf))].map((code) => weights.get(code) ?? new Fraction(0)));
  return (criterion) => {
    const peers = total(counted.filter((each) => stepOf(each) === stepOf(criterion)));
    const part = (weights.get(stepOf(criterion)) ?? new Fraction(0)).mul(new Fraction(criterion.weight));
    return shareOf(part, present.mul(peers));
  };
}

const kinds: Readonly<Record<StructureKind, string>> = {
  [StructureKind.COMMUNE]: 'communes',
  [StructureKind.INTERCOMMUNALITY]: 'intercommunalités',
  [StructureKind.DEPARTMENT]: 'départements',
  [StructureKind.REGION]: 'régions',
  [StructureKind.FRANCE_SERVICES]: 'espaces France Services',
  [StructureKind.SOCIAL_SERVICE]: 'services sociaux',
  [StructureKind.DEVELOPMENT_SERVICE]: 'services d’aménagement ou de développement',
  [StructureKind.EDUCATION_CULTURE_SERVICE]: 'services d’éducation ou de culture',
  [StructureKind.OTHER]: 'autres organismes',
};

/** Which structures a category takes, as a sentence; null for one that takes whom it is given. */
export function rulesInWords(category: Category): string | null {
  if (category.kinds.length === 0) return null;
  const said = [
    category.kinds.map((kind) => kinds[kind]).join(', '),
    ...populationInWords(category),
    ...territoryInWords(category),
  ].join(', ');
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
}

function populationInWords({ populationFrom, populationBelow, censusYear }: Category): string[] {
  const number = (count: number) => count.toLocaleString('fr-FR');
  const bounds = [
    ...(populationFrom === null ? [] : [`à partir de ${number(populationFrom)} habitants`]),
    ...(populationBelow === null ? [] : [`moins de ${number(populationBelow)} habitants`]),
  ];
  const census = censusYear === null ? '' : ` (recensement de ${censusYear})`;
  return bounds.length === 0 ? [] : [`${bounds.join(' et ')}${census}`];
}

function territoryInWords({ territory, departmentCodes, regionCodes }: Category): string[] {
  const names = [
    ...regionCodes.map((code) => regionName(code) ?? code),
    ...departmentCodes.map((code) => departmentName(code) ?? code),
  ];
  if (names.length === 0) return [];
  return [`${territory === TerritoryRule.IN ? 'en' : 'hors'} : ${names.join(', ')}`];
}
