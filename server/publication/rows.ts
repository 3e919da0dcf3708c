import type { EntityManager } from '@mikro-orm/postgresql';
import type { Category } from '../edition/category.ts';
import type { Edition } from '../edition/edition.ts';
import { Figure } from '../edition/figure.ts';
import { isCounted } from '../enrolment/counted.ts';
import { type PublishedRows, publishedMeans } from '../partner/published.ts';
import { meansOf } from '../ranking/ranking.service.ts';
import type { ScoreRun } from '../ranking/score.ts';
import { Award, type Laureate, type Trophy } from '../trophy/trophy.ts';
import { told, toldBeside } from './publication.rules.ts';

/** What may be known, and nothing else: laureates by name, aggregates that enough structures make up. */
export async function rowsOf(
  em: EntityManager,
  edition: Edition,
  run: ScoreRun | null,
  trophies: readonly Trophy[],
): Promise<PublishedRows> {
  const named = trophies.map((trophy, position) => ({ trophy, position }));
  const { ordinal, year, label, provenance, note, sources, ceremonyOn, ceremonyPlace } = edition;
  const reported = await em.find(Figure, { edition });
  const reportedAs = (code: string) => reported.find((figure) => figure.code === code)?.value ?? null;
  const means = run && (await meansOf(em, run));
  const before = await publishedMeans(em, year - 1);
  const enrolled = run
    ? await em.execute(`select count(*)::int as n from enrolment e where e.edition_id = ? and ${isCounted('e')}`, [
        edition.id,
      ])
    : [];
  return {
    dataset: {
      ...{ ordinal, year, label, provenance, note, sources, ceremony_on: ceremonyOn, ceremony_place: ceremonyPlace },
      structure_count: (enrolled as { n: number }[])[0]?.n ?? wholeOf(reportedAs('structures')),
      global_score: means ? globalOf(means) : reportedAs('global_score'),
    },
    category: (means?.categories ?? []).map(({ code, label, mean, structureCount }, position) => {
      const { value, withheld } = told(mean, structureCount);
      return {
        code,
        label,
        position,
        structure_count: structureCount,
        mean: value,
        previous_mean: before.get(code) ?? null,
        withheld,
      };
    }),
    trophy: named.map(({ trophy, position }) => ({
      ...prizeIn(trophy, trophies),
      position,
      category_code: categoryOf(trophy)?.code ?? null,
      category_label: categoryOf(trophy)?.label ?? null,
      point_remarquable: trophy.pointRemarquable,
    })),
    laureate: named.flatMap(({ trophy, position }) => laureateRows(trophy, position)),
    indicator: run ? await indicatorRows(run) : reportedRows(reported),
    channel_mean: (means?.channels ?? []).map(({ code, label, mean, structureCount }, position) => {
      const { value, withheld } = told(mean, structureCount);
      return { position, channel: code, label, mean: value, structure_count: structureCount, withheld };
    }),
  };
}

/** The laureates of a trophy. A structure known by its rank alone received nothing, and stays unnamed. */
const laureateRows = ({ laureates }: Trophy, trophy: number): PublishedRows['laureate'] =>
  laureates
    .getItems()
    .filter(({ award }) => award !== Award.RANKED)
    .toSorted((a, b) => (a.rank ?? 1e6) - (b.rank ?? 1e6) || (nameOf(a) < nameOf(b) ? -1 : 1))
    .map(({ structure, award, rank, mention, confidence, sources, note }, position) => {
      const { name, kind, departmentCode, parent } = structure.getEntity();
      return {
        ...{ trophy, position, name, kind, award, rank, mention, confidence, sources, note },
        department_code: departmentCode,
        parent_name: parent?.getEntity().name ?? null,
      };
    });

async function indicatorRows(run: ScoreRun): Promise<PublishedRows['indicator']> {
  const values = await run.indicators.loadItems();
  return values.map(({ position, code, label, unit, value, numerator, denominator, base, contributors }) => {
    const figure = told({ value, numerator, denominator }, contributors);
    const { value: kept, withheld } = figure;
    return {
      ...{ position, code, label, unit, base, withheld, sources: [] },
      value: kept?.value ?? null,
      numerator: kept?.numerator ?? null,
      denominator: kept?.denominator ?? null,
    };
  });
}

/** Figures of a past edition, as their sources printed them: neither numerator nor denominator is known. */
const reportedRows = (figures: readonly Figure[]): PublishedRows['indicator'] =>
  figures
    .toSorted((a, b) => a.code.localeCompare(b.code))
    .map(({ code, label, value, unit, approximate, sources }, position) => ({
      ...{ position, code, label, unit, value, sources, numerator: null, denominator: null, withheld: null },
      base: approximate ? 'valeur approchée rapportée par la presse' : 'valeur rapportée par la presse',
    }));

const nameOf = ({ structure }: Laureate): string => structure.getEntity().name;
const categoryOf = ({ category }: Trophy): Category | null => category?.getEntity() ?? null;

/** The special prize of a trophy. Where an edition has none, its rows say nothing of prizes: their hash stays. */
function prizeIn({ prize }: Trophy, all: readonly Trophy[]) {
  const own = prize?.getEntity() ?? null;
  return all.some((trophy) => trophy.prize) ? { prize_code: own?.code ?? null, prize_label: own?.label ?? null } : {};
}
const wholeOf = (value: string | null): number | null => (value === null ? null : Number(value));

const globalOf = ({ global, categories }: Awaited<ReturnType<typeof meansOf>>): string | null =>
  toldBeside(
    global.mean,
    global.structureCount,
    categories.map(({ structureCount }) => structureCount),
  );
