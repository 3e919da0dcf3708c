import type { EntityManager } from '@mikro-orm/postgresql';
import type { Grid } from '../grid/grid.ts';

/**
 * The measurements `m` that count on a grid for each test `a`, to be joined to it: (criterion_id, amount, choice, absence),
 * whose criteria are those of the grid. The one place where tests recorded on earlier versions are read on this one; a
 * first version reads the measurements as they stand.
 */
export async function countedOn(em: EntityManager, { id, number }: Pick<Grid, 'id' | 'number'>): Promise<string> {
  if (number === 1) return 'join measurement m on m.audit_id = a.id';
  const [{ gated }] = (await em.execute(
    'select count(conditions)::int as gated from criterion_fate where grid_id = ?',
    [id],
  )) as [{ gated: number }];
  // Test by test: PostgreSQL would otherwise work out every test of the edition again for each structure.
  return `cross join lateral (${gated === 0 ? carriedOn(id) : askedOn(id)}) m`;
}

/** The criteria whose measurements count on one criterion of a grid: itself, and those it follows. */
export async function sourcesOf(em: EntityManager, grid: Pick<Grid, 'id'>, criterionId: string): Promise<string[]> {
  const lines: { id: string }[] = await em.execute(
    'select source_id as id from criterion_fate where grid_id = ? and target_id = ? and source_id is not null',
    [grid.id, criterionId],
  );
  return [criterionId, ...lines.map(({ id }) => id)];
}

/** Where each measurement goes: as it is, converted, nowhere; then what earlier tests count on what they never had. */
const carriedOn = (grid: string): string => {
  const answer = `f.answers->coalesce(m.choice, trim_scale(m.amount)::text)`;
  return `select coalesce(f.target_id, m.criterion_id) as criterion_id, f.conditions,
      case when f.answers is not null then (${answer}->>'amount')::numeric
        when f.times is not null then m.amount * f.times::numeric / f.per else m.amount end as amount,
      case when f.answers is not null then ${answer}->>'choice' else m.choice end as choice,
      coalesce(m.absence, ${answer}->>'absence') as absence
    from measurement m left join criterion_fate f on f.grid_id = '${grid}' and f.source_id = m.criterion_id
    where m.audit_id = a.id and (f.id is null or f.target_id is not null)
    union all
    select f.target_id, f.conditions, null, null, f.absence
    from criterion_fate f where f.grid_id = '${grid}' and f.channel_id = a.channel_id`;
};

/** The same, where a question that would not have been asked counts as not applicable. */
const askedOn = (grid: string): string =>
  `select asked.criterion_id, case when asked.holds then asked.amount end as amount,
     case when asked.holds then asked.choice end as choice,
     case when asked.holds then asked.absence else 'NOT_APPLICABLE' end as absence
   from (
     select c.*, c.conditions is null or not exists (
       select from jsonb_array_elements(c.conditions) k where not exists (
         select from (${carriedOn(grid)}) o
         where o.criterion_id = (k->>'criterion')::uuid
           and case when k->'in' is not null then k->'in' @> to_jsonb(coalesce(o.choice, trim_scale(o.amount)::text))
             else o.amount >= coalesce((k->>'from')::numeric, o.amount)
               and (o.amount < (k->>'below')::numeric or k->>'below' is null) end
       )
     ) as holds
     from (${carriedOn(grid)}) c
   ) asked`;
