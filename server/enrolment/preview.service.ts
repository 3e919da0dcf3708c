import type { EntityManager } from '@mikro-orm/postgresql';
import { Category, TerritoryRule } from '../edition/category.ts';
import { Edition } from '../edition/edition.ts';
import { Refusal } from '../kernel/errors.ts';
import type { StructureKind } from '../kernel/kinds.ts';
import { Structure } from '../structure/structure.ts';
import { type CategoryRule, closestMisfit } from './category.rules.ts';
import { bucketOf, countOf, countsBy, type Fallen } from './preview.rules.ts';
import type { CategoryDraftInput, CategoryPreview, FallenPage, Misfit } from './preview.ts';

/** The key of a category that is not saved yet. */
const NEW = 'NEW';

interface Keyed extends Required<CategoryRule> {
  readonly key: string;
  readonly label: string;
}

/** The rules of an edition as they are saved, and as an edit would leave them. */
interface Sides {
  readonly before: readonly Keyed[];
  readonly after: readonly Keyed[];
}

/** Where the rules of an edition put the structures of the register, now and after an edit. Writes nothing. */
export async function previewOf(
  em: EntityManager,
  editionId: string,
  draft: CategoryDraftInput | null,
): Promise<CategoryPreview> {
  const sides = await sidesOf(em, editionId, draft);
  const sql = `${fallen(sides)} select kind, before, after, placed, count(*)::int as count,
    count(enrolled)::int as enrolled, (count(*) filter (where elsewhere))::int as elsewhere
    from fallen group by kind, before, after, placed`;
  const groups: Fallen[] = await em.execute(sql, parametersOf(sides, editionId));
  const isIn = (side: 'before' | 'after', key: string) => (group: Fallen) => bucketOf(group[side]) === key;
  const all = [...sides.after, ...sides.before.filter(({ key }) => !sides.after.some((each) => each.key === key))];
  const names = new Map(all.map(({ key, label }) => [key, label]));
  const moved = groups.filter(({ before, after }) => bucketOf(before) !== bucketOf(after));
  const overlapping = groups.filter(({ after }) => after.length > 1);
  return {
    total: countOf(groups, () => true),
    categories: all.map(({ key, label }) => ({
      ...{ key, label, before: countOf(groups, isIn('before', key)), after: countOf(groups, isIn('after', key)) },
      placed: countOf(groups, (group) => group.placed && isIn('after', key)(group)),
    })),
    ...{ noneBefore: countOf(groups, isIn('before', 'NONE')), none: countOf(groups, isIn('after', 'NONE')) },
    ...{
      severalBefore: countOf(groups, isIn('before', 'SEVERAL')),
      several: countOf(groups, isIn('after', 'SEVERAL')),
    },
    noneByKind: countsBy(groups.filter(isIn('after', 'NONE')), ({ kind }) => kind).map(([kind, count]) => ({
      ...{ kind: kind as StructureKind, count },
    })),
    overlaps: countsBy(overlapping, ({ after }) => JSON.stringify(after)).map(([keys, count]) => ({
      ...{ labels: (JSON.parse(keys) as string[]).map((key) => names.get(key) ?? key), count },
    })),
    moves: countsBy(moved, ({ before, after }) => `${bucketOf(before)} ${bucketOf(after)}`).map(([move, count]) => {
      const [from = '', to = ''] = move.split(' ');
      return { from, to, count };
    }),
    enrolled: countOf(groups, () => true, 'enrolled'),
    enrolledElsewhere: countOf(groups, () => true, 'elsewhere'),
  };
}

/** Which structures a number of the preview counts: each condition left out asks nothing. */
export interface Behind {
  /** Where they are with the rules as they are saved, and as they are edited: a category, NEW, NONE or SEVERAL. */
  readonly before: string | null;
  readonly after: string | null;
  readonly kind: StructureKind | null;
  readonly moved: boolean;
  readonly placed: boolean;
  readonly elsewhere: boolean;
}

/** The structures behind a number of the preview, by name, a page at a time. */
export async function behind(
  em: EntityManager,
  editionId: string,
  draft: CategoryDraftInput | null,
  which: Behind,
  { page, perPage }: { readonly page: number; readonly perPage: number },
): Promise<FallenPage> {
  const sides = await sidesOf(em, editionId, draft);
  const most = Math.min(Math.max(perPage, 1), 100);
  const sql = `${fallen(sides)} select id, before, after, placed, enrolled, count(*) over ()::int as total
    from fallen where (?::text is null or ${BUCKET('before')} = ?) and (?::text is null or ${BUCKET('after')} = ?)
      and (?::text is null or kind = ?) and (not ? or ${BUCKET('before')} <> ${BUCKET('after')})
      and (not ? or placed) and (not ? or elsewhere)
    order by name, id limit ? offset ?`;
  const { before, after, kind, moved, placed, elsewhere } = which;
  const rows: Row[] = await em.execute(sql, [
    ...parametersOf(sides, editionId),
    ...[before, before, after, after, kind, kind, moved, placed, elsewhere, most, (Math.max(page, 1) - 1) * most],
  ]);
  const structures = await em.find(Structure, { id: { $in: rows.map(({ id }) => id) } });
  const byId = new Map<string, Structure>(structures.map((structure) => [structure.id, structure]));
  const names = new Map([...sides.before, ...sides.after].map(({ key, label }) => [key, label]));
  const named = (keys: readonly string[]) => keys.map((key) => names.get(key) ?? key);
  return {
    total: rows[0]?.total ?? 0,
    items: rows.flatMap((row) => {
      const structure = byId.get(row.id);
      if (!structure) return [];
      const misfit = row.after.length > 0 ? null : (closestMisfit(sides.after, structure) as Misfit);
      const enrolledIn = row.enrolled && (names.get(row.enrolled) ?? null);
      return [
        { structure, misfit, enrolledIn, placed: row.placed, before: named(row.before), after: named(row.after) },
      ];
    }),
  };
}

interface Row {
  readonly id: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly placed: boolean;
  readonly enrolled: string | null;
  readonly total: number;
}

const BUCKET = (side: string) =>
  `case cardinality(${side}) when 0 then 'NONE' when 1 then ${side}[1] else 'SEVERAL' end`;

async function sidesOf(em: EntityManager, editionId: string, draft: CategoryDraftInput | null): Promise<Sides> {
  if (!(await em.findOne(Edition, { id: editionId }))) throw new Refusal('NOT_FOUND');
  const stored = await em.find(Category, { edition: editionId }, { orderBy: { position: 'asc', code: 'asc' } });
  const before = stored.map((category): Keyed => ({ ...ruleOf(category), key: category.id, label: category.label }));
  if (!draft) return { before, after: before };
  const key = draft.id ?? NEW;
  if (draft.id && !before.some((each) => each.key === key)) throw new Refusal('NOT_FOUND');
  if (draft.removed) return { before, after: before.filter((each) => each.key !== key) };
  const label = draft.label ?? before.find((each) => each.key === key)?.label ?? '';
  const edited = { ...ruleOf(draft), key, label };
  return { before, after: draft.id ? before.map((each) => (each.key === key ? edited : each)) : [...before, edited] };
}

const ruleOf = (said: Partial<Record<keyof CategoryRule, unknown>>): Required<CategoryRule> => {
  const { kinds, populationFrom, populationBelow, censusYear, territory, departmentCodes, regionCodes } =
    said as CategoryDraftInput;
  return {
    ...{ kinds: kinds ?? [], populationFrom: populationFrom ?? null, populationBelow: populationBelow ?? null },
    ...{ censusYear: censusYear ?? null, territory: territory ?? TerritoryRule.IN },
    ...{ departmentCodes: departmentCodes ?? [], regionCodes: regionCodes ?? [] },
  };
};

/** The rules of a side, as the statement reads them. */
const rulesIn = (rules: readonly Keyed[]): string => JSON.stringify(rules.map((rule, place) => ({ ...rule, place })));

const parametersOf = ({ before, after }: Sides, editionId: string): unknown[] =>
  before === after ? [rulesIn(before), editionId, editionId] : [rulesIn(before), rulesIn(after), editionId, editionId];

/** The whole register in one statement, each structure with its claims: what `category.rules.ts` says, in SQL. */
function fallen({ before, after }: Sides): string {
  const same = before === after;
  const at = (side: string) =>
    `case when p.id is null then coalesce(${side}.keys, '{}') else array[p.category_id::text] end`;
  return `with before_claim as (${CLAIMS}), ${same ? '' : `after_claim as (${CLAIMS}),`}
    found as (
      select s.id, s.name, s.kind, p.id is not null as placed, e.category_id::text as enrolled,
        ${at('b')} as before, ${same ? 'null::text[]' : at('a')} as edited
      from structure s left join before_claim b on b.id = s.id ${same ? '' : 'left join after_claim a on a.id = s.id'}
        left join placement p on p.structure_id = s.id and p.edition_id = ?
        left join enrolment e on e.structure_id = s.id and e.edition_id = ?
    ),
    judged as (select *, coalesce(edited, before) as after from found),
    fallen as (select *, enrolled is not null and after <> array[enrolled] as elsewhere from judged)`;
}

const RULES = `select * from json_to_recordset(?::json) as r(key text, place int, kinds text[], "populationFrom" int,
  "populationBelow" int, "censusYear" int, territory text, "departmentCodes" text[], "regionCodes" text[])`;

/** The categories that take each structure: those of one side, in the order of the palmarès. */
const CLAIMS = `select s.id, array_agg(r.key order by r.place) as keys
  from structure s join (${RULES}) r on s.kind = any(r.kinds)
    and (r."departmentCodes" = '{}' and r."regionCodes" = '{}'
      or (s.department_code is not null or s.region_code is not null)
        and (coalesce(s.department_code = any(r."departmentCodes"), false) or coalesce(s.region_code = any(r."regionCodes"), false))
          = (r.territory = 'IN'))
    and (r."populationFrom" is null and r."populationBelow" is null
      or s.population >= coalesce(r."populationFrom", 0)
        and (r."populationBelow" is null or s.population < r."populationBelow")
        and (r."censusYear" is null or s.population_year = r."censusYear"))
  group by s.id`;
