import type { EntityManager } from '@mikro-orm/postgresql';
import type { Grid } from '../grid/grid.ts';

/**
 * The measurements `m` that count on a grid for each test `a`, to be joined to it: (criterion_id, amount, choice, absence),
 * whose criteria are those of the grid. The one place where tests recorded on earlier versions are read on this one, and
 * where neutralised observations become "not applicable"; a first version without any reads the measurements as they
 * stand.
 */
export async function countedOn(em: EntityManager, { id, number }: Pick<Grid, 'id' | 'number'>): Promise<string> {
  const neutral = await anyNeutralised(em, id);
  if (number === 1)
    return neutral
      ? `cross join lateral (${withoutNeutral(asTheyStand)}) m`
      : 'join measurement m on m.audit_id = a.id';
  const [{ gated }] = (await em.execute(
    'select count(conditions)::int as gated from criterion_fate where grid_id = ?',
    [id],
  )) as [{ gated: number }];
  // Test by test: PostgreSQL would otherwise work out every test of the edition again for each structure.
  const counted = gated === 0 ? carriedOn(id, neutral) : askedOn(id, neutral);
  return `cross join lateral (${neutral ? withoutNeutral(counted) : counted}) m`;
}

/** Whether an observation of the edition of a grid was neutralised: editions without any are read as before. */
export async function anyNeutralised(em: EntityManager, grid: string): Promise<boolean> {
  const [{ any }] = (await em.execute(
    'select exists (select from neutralisation x join grid g on g.edition_id = x.edition_id where g.id = ?) as any',
    [grid],
  )) as [{ any: boolean }];
  return any;
}

/** Why the measurement `m` was neutralised; null when it was not. */
const NEUTRAL = '(select x.motive from neutralisation x where x.measurement_id = m.id) as motive';

const asTheyStand = `select m.criterion_id, m.amount, m.choice, m.absence, ${NEUTRAL} from measurement m where m.audit_id = a.id`;

/**
 * The same rows, where a neutralised observation counts as not applicable, with its motive and what was seen. Last of
 * all: what was seen still says whether the questions that hang on it were asked, so that nothing changes but the
 * observation itself.
 */
const withoutNeutral = (rows: string): string =>
  `select r.criterion_id, case when r.motive is null then r.amount end as amount,
     case when r.motive is null then r.choice end as choice,
     case when r.motive is null then r.absence else 'NOT_APPLICABLE' end as absence,
     r.motive, coalesce(r.choice, trim_scale(r.amount)::text) as seen, r.absence as seen_absence
   from (${rows}) r`;

/** The criteria whose measurements count on one criterion of a grid: itself, and those it follows. */
export async function sourcesOf(em: EntityManager, grid: Pick<Grid, 'id'>, criterionId: string): Promise<string[]> {
  const lines: { id: string }[] = await em.execute(
    'select source_id as id from criterion_fate where grid_id = ? and target_id = ? and source_id is not null',
    [grid.id, criterionId],
  );
  return [criterionId, ...lines.map(({ id }) => id)];
}

/** Where each measurement goes: as it is, converted, nowhere; then what earlier tests count on what they never had. */
const carriedOn = (grid: string, neutral: boolean): string => {
  const answer = `f.answers->coalesce(m.choice, trim_scale(m.amount)::text)`;
  return `select coalesce(f.target_id, m.criterion_id) as criterion_id, f.conditions,
      case when f.answers is not null then (${answer}->>'amount')::numeric
        when f.times is not null then m.amount * f.times::numeric / f.per else m.amount end as amount,
      case when f.answers is not null then ${answer}->>'choice' else m.choice end as choice,
      coalesce(m.absence, ${answer}->>'absence') as absence, ${neutral ? NEUTRAL : 'null as motive'}
    from measurement m left join criterion_fate f on f.grid_id = '${grid}' and f.source_id = m.criterion_id
    where m.audit_id = a.id and (f.id is null or f.target_id is not null)
    union all
    select f.target_id, f.conditions, null, null, f.absence, null
    from criterion_fate f where f.grid_id = '${grid}' and f.channel_id = a.channel_id`;
};

/** The same, where a question that would not have been asked counts as not applicable. */
const askedOn = (grid: string, neutral: boolean): string =>
  `select asked.criterion_id, case when asked.holds then asked.amount end as amount,
     case when asked.holds then asked.choice end as choice,
     case when asked.holds then asked.absence else 'NOT_APPLICABLE' end as absence, asked.motive
   from (
     select c.*, c.conditions is null or not exists (
       select from jsonb_array_elements(c.conditions) k where not exists (
         select from (${carriedOn(grid, false)}) o
         where o.criterion_id = (k->>'criterion')::uuid
           and case when k->'in' is not null then k->'in' @> to_jsonb(coalesce(o.choice, trim_scale(o.amount)::text))
             else o.amount >= coalesce((k->>'from')::numeric, o.amount)
               and (o.amount < (k->>'below')::numeric or k->>'below' is null) end
       )
     ) as holds
     from (${carriedOn(grid, neutral)}) c
   ) asked`;
