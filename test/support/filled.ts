import type pg from 'pg';

/**
 * Fills the published world with editions as large as the real ones, numbered from 2001: nine categories, six channels,
 * four steps, a hundred criteria, ten trophies, and means of everything by every dimension. The first time also the
 * tables behind with a million measurements, which nothing published may touch.
 */
export async function fillPublished(client: pg.Client, from: number, to: number): Promise<void> {
  if (from === 1) {
    await client.query(`set session_replication_role = replica`);
    await client.query(`insert into measurement (audit_id, criterion_id, amount)
      select gen_random_uuid(), gen_random_uuid(), n % 7 from generate_series(1, 1050000) n`);
    await client.query(`set session_replication_role = origin`);
  }
  const each = (columns: string, rows: string) =>
    `with e as (select 2000 + n as year, (2000 + n) || '.1' as version from generate_series($1::int, $2::int) n) insert into published.${columns} ${rows}`;
  const statements = [
    each(
      `dataset (version, year, number, published_at, hash, ordinal, label, provenance, sources, structure_count, fewest_contributors)`,
      `select version, year, 1, '2022-01-01', md5(version), year - 2000, 'Baromètre ' || year, 'FIELD', '{}', 300, 5 from e`,
    ),
    each(
      `category (version, code, position, label, awarded)`,
      `select version, 'category_' || c, c, 'Catégorie ' || c, true from e, generate_series(1, 9) c`,
    ),
    each(
      `channel (version, code, position, label, share)`,
      `select version, 'CHANNEL' || c, c, 'Canal ' || c, 0.166667 from e, generate_series(1, 6) c`,
    ),
    each(
      `step (version, code, position, label)`,
      `select version, 'step_' || c, c, 'Étape ' || c from e, generate_series(1, 4) c`,
    ),
    each(
      `criterion (version, code, position, label, channel_code, step_code, kind, share, bonus)`,
      `select version, 'criterion.' || c, c, 'Un critère parmi cent, numéro ' || c, ${channelOf('c')}, 'step_' || (1 + c % 4), 'YES_NO', 0.06, false
       from e, generate_series(1, 100) c`,
    ),
    each(
      `trophy (version, position, category_code, category_label, point_remarquable)`,
      `select version, c, 'category_' || c, 'Catégorie ' || c, 'Un accueil remarquable, numéro ' || c from e, generate_series(1, 10) c`,
    ),
    each(
      `laureate (version, trophy, position, name, kind, department_code, award, rank, confidence, sources)`,
      `select version, c, l, 'Ville de Lauréate ' || c || ' ' || l, 'COMMUNE', '67', case l when 0 then 'TROPHY' else 'PRIZE' end, l + 1, 'HIGH', '{}'
       from e, generate_series(1, 10) c, generate_series(0, 2) l`,
    ),
    each(
      `mean (version, code, position, scope, category_code, territory_code, label, measure, channel_code, step_code, value, structure_count, comparability, previous)`,
      `select version, lower(scope) || '.' || place || '/' || m, row_number() over (partition by version order by first, place, m), scope,
         case scope when 'CATEGORY' then 'category_' || place end, case when scope in ('REGION', 'DEPARTMENT') then place::text end,
         scope || ' ' || place, case when m = 0 then 'OVERALL' when m <= 6 then 'CHANNEL' else 'STEP' end,
         case when m between 1 and 6 then (array['RECEPTION', 'PHONE', 'EMAIL', 'LETTER', 'WEBSITE', 'SOCIAL'])[m] end,
         case when m > 6 then 'step_' || (m - 6) end,
         30 + 0.01 * (first + 11 * place + m + year % 10), 12, 'COMPARABLE', 40.5
       from e, (values ('ALL', 1, 0), ('CATEGORY', 9, 100), ('REGION', 18, 300), ('DEPARTMENT', 101, 600)) s (scope, places, first),
         generate_series(1, places) place, generate_series(0, 10) m`,
    ),
  ];
  for (const statement of statements) await client.query(statement, [from, to]);
  // So that nobody tidies up while others are measured.
  await client.query('vacuum analyze');
}

const channelOf = (n: string): string =>
  `(array['RECEPTION', 'PHONE', 'EMAIL', 'LETTER', 'WEBSITE', 'SOCIAL'])[1 + ${n} % 6]`;
