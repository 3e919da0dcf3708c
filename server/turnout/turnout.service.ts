import type { EntityManager } from '@mikro-orm/postgresql';
import { Category } from '../edition/category.ts';
import { Edition } from '../edition/edition.ts';
import { isCounted } from '../enrolment/counted.ts';
import { Refusal } from '../kernel/errors.ts';
import { StructureKind } from '../kernel/kinds.ts';
import { REFERENCE_YEAR } from '../territory/reference.ts';
import { searchTerritories } from '../territory/territory.service.ts';
import { progressOf, type Registered, undatedIn } from './turnout.rules.ts';
import type { Turnout, TurnoutGroup, TurnoutTerritory } from './turnout.ts';

/** What is known of the confirmed enrolments of an edition. */
interface Panel {
  readonly enrolled: number;
  readonly selected: number;
  readonly byDay: ReadonlyMap<string, number>;
  readonly byCategory: ReadonlyMap<string, number>;
  readonly byPlace: Readonly<Record<Level, ReadonlyMap<string, Place>>>;
}
type Level = 'department' | 'region';
interface Place {
  readonly enrolled: number;
  readonly covered: number;
}

/** How far the registration of an edition has come, beside the edition before. `today` is a day in Paris. */
export async function turnoutOf(em: EntityManager, editionId: string, today: string): Promise<Turnout> {
  const edition = await em.findOne(Edition, { id: editionId });
  if (!edition) throw new Refusal('NOT_FOUND');
  const previous = await editionBefore(em, edition);
  const [mine, theirs] = [await panelOf(em, edition.id), previous && (await panelOf(em, previous.id))];
  const [days, daysBefore] = [registrationOf(edition, mine), previous && theirs && registrationOf(previous, theirs)];
  const register = { department: await registered(em, 'department'), region: await registered(em, 'region') };
  const covered = (level: Level) => territoriesOf(level, mine, theirs, register[level]);
  const departments = covered('department');
  return {
    ...{ enrolled: mine.enrolled, selected: mine.selected, referenceYear: REFERENCE_YEAR },
    ...{ yearBefore: previous?.year ?? null, before: theirs?.enrolled ?? null },
    undated: days ? undatedIn(days, mine.enrolled) : mine.enrolled,
    undatedBefore: theirs && (daysBefore ? undatedIn(daysBefore, theirs.enrolled) : theirs.enrolled),
    days: days ? progressOf(days, daysBefore, today) : [],
    categories: await groupsOf(em, edition, mine, theirs),
    ...{ departments, regions: covered('region') },
    nowhere: mine.enrolled - departments.reduce((sum, { enrolled }) => sum + enrolled, 0),
  };
}

/** The latest earlier edition that anyone took part in. */
async function editionBefore(em: EntityManager, { year }: Edition): Promise<Edition | null> {
  const [found] = await em.execute<{ id: string }[]>(
    `select id from edition e where year < ? and exists (select from enrolment n where n.edition_id = e.id and ${isCounted('n')})
     order by year desc limit 1`,
    [year],
  );
  return found ? em.findOneOrFail(Edition, { id: found.id }) : null;
}

async function panelOf(em: EntityManager, edition: string): Promise<Panel> {
  const rows = await em.execute<Row[]>(
    `select coalesce(n.enrolled_on, (coalesce(n.state_at, n.created_at) at time zone 'Europe/Paris')::date)::text as on,
       c.code as category, s.department_code as department, s.region_code as region,
       n.origin = 'SELECTED' as selected, case s.kind when 'COMMUNE' then n.population end as inhabitants
     from enrolment n join category c on c.id = n.category_id join structure s on s.id = n.structure_id
     where n.edition_id = ? and ${isCounted('n')}`,
    [edition],
  );
  const counted = (keyOf: (row: Row) => string | null) => {
    const groups = Map.groupBy(rows, keyOf);
    groups.delete(null);
    return new Map([...groups].map(([key, those]) => [key ?? '', those] as const));
  };
  const sizes = (groups: ReadonlyMap<string, Row[]>) => new Map([...groups].map(([key, those]) => [key, those.length]));
  const places = (groups: ReadonlyMap<string, Row[]>) =>
    new Map([...groups].map(([key, those]) => [key, { enrolled: those.length, covered: inhabitantsOf(those) }]));
  return {
    enrolled: rows.length,
    selected: rows.filter(({ selected }) => selected).length,
    byDay: sizes(counted(({ on }) => on)),
    byCategory: sizes(counted(({ category }) => category)),
    byPlace: { department: places(counted((row) => row.department)), region: places(counted((row) => row.region)) },
  };
}

interface Row {
  readonly on: string;
  readonly category: string;
  readonly department: string | null;
  readonly region: string | null;
  readonly selected: boolean;
  readonly inhabitants: number | null;
}

const inhabitantsOf = (rows: readonly Row[]): number =>
  rows.reduce((sum, { inhabitants }) => sum + (inhabitants ?? 0), 0);

const registrationOf = (
  { registrationFrom: from, registrationTo: to }: Edition,
  { byDay }: Panel,
): Registered | null => (from && to ? { from, to, byDay } : null);

async function groupsOf(
  em: EntityManager,
  edition: Edition,
  mine: Panel,
  theirs: Panel | null,
): Promise<TurnoutGroup[]> {
  const categories = await em.find(Category, { edition }, { orderBy: { position: 'asc' } });
  return categories.map(({ code, label }) => ({
    ...{ code, label, enrolled: mine.byCategory.get(code) ?? 0 },
    before: theirs?.byCategory.get(code) ?? null,
  }));
}

async function registered(em: EntityManager, level: Level): Promise<ReadonlyMap<string, number>> {
  const rows = await em.execute<{ code: string; count: number }[]>(
    `select ${level}_code as code, count(*)::int as count from structure where ${level}_code is not null group by 1`,
  );
  return new Map(rows.map(({ code, count }) => [code, count]));
}

const kindOf = { department: StructureKind.DEPARTMENT, region: StructureKind.REGION } as const;

function territoriesOf(
  level: Level,
  mine: Panel,
  theirs: Panel | null,
  register: ReadonlyMap<string, number>,
): TurnoutTerritory[] {
  return searchTerritories('', [kindOf[level]], Number.POSITIVE_INFINITY).map(({ code, name, population }) => {
    const { enrolled, covered } = mine.byPlace[level].get(code) ?? { enrolled: 0, covered: 0 };
    return {
      ...{ code, name, enrolled, covered, population },
      before: theirs?.byPlace[level].get(code)?.enrolled ?? 0,
      registered: register.get(code) ?? 0,
      share: population ? Math.min(1, covered / population) : null,
    };
  });
}
