/**
 * The same weighted means as the rules compute, in plain SQL, in floating point, inexact and without explanation:
 * the limit that scoring is compared with. It knows only what a bulk edition has.
 */
const means = `
  with scale as materialized (
    select c.id, coalesce(c.scale->>'zeroAt', '0')::numeric as zero, coalesce(c.scale->>'oneAt', '1')::numeric as one,
      case c.kind when 'COUNT' then array(select (x->>'below')::numeric from jsonb_array_elements(c.scale->'steps') x) end
        as bounds,
      case c.kind
        when 'COUNT' then array(select (x->>'points')::float8 from jsonb_array_elements(c.scale->'steps') x)
          || (c.scale->>'beyond')::float8
        when 'CHOICE' then array(select (x->>'points')::float8 from jsonb_array_elements(c.scale->'choices') x) end
        as points,
      case c.kind when 'CHOICE' then array(select x->>'code' from jsonb_array_elements(c.scale->'choices') x) end as codes,
      c.weight::float8 as weight
    from criterion c join channel h on h.id = c.channel_id join grid g on g.id = h.grid_id where g.edition_id = $edition
  ), worth as (
    select a.enrolment_id, a.channel_id, m.criterion_id, s.weight,
      case when m.amount is not null then
          case when s.bounds is not null then s.points[width_bucket(m.amount, s.bounds) + 1]
            else greatest(0, least(1, (m.amount - s.zero) / (s.one - s.zero)))::float8 end
        when m.choice is not null then s.points[array_position(s.codes, m.choice)]
        when m.absence in ('NOT_OFFERED', 'REFUSED') then 0 end as points
    from audit a join measurement m on m.audit_id = a.id join scale s on s.id = m.criterion_id
    where a.edition_id = $edition and a.state = 'VALIDATED'
  ), per_criterion as (
    select enrolment_id, channel_id, criterion_id, 100 * avg(points) as score, count(points)::int as base,
      case when count(points) > 0 then min(weight) end as weight
    from worth group by enrolment_id, channel_id, criterion_id
  ), per_channel as (
    select enrolment_id, channel_id, sum(score * weight) / sum(weight) as score, sum(base)::int as base
    from per_criterion group by enrolment_id, channel_id
  ), overall as (
    select p.enrolment_id, sum(p.score * h.weight::float8) / sum(case when p.score is not null then h.weight end) as score,
      sum(p.base)::int as base
    from per_channel p join channel h on h.id = p.channel_id group by p.enrolment_id
  )`;

/** The overall scores alone, of an edition. */
export const bareScores = (edition: string): string =>
  said(`${means} select enrolment_id, score from overall`, edition);

/** Every row of a run, with ranks, written where scores are written: the same table, its indexes and its foreign keys. */
export const bareRows = (edition: string, run: string): string =>
  said(
    `insert into score (run_id, enrolment_id, channel_id, criterion_id, value, base, rank)
     ${means}
     select '${run}'::uuid, o.enrolment_id, null::uuid, null::uuid, round(o.score::numeric, 2), o.base,
       rank() over (partition by e.category_id order by o.score desc)::smallint
     from overall o join enrolment e on e.id = o.enrolment_id
     union all select '${run}', enrolment_id, channel_id, null, round(score::numeric, 2), base, null from per_channel
     union all select '${run}', enrolment_id, channel_id, criterion_id, round(score::numeric, 2), base, null
     from per_criterion`,
    edition,
  );

const said = (sql: string, edition: string): string => sql.replaceAll('$edition', `'${edition}'`);
