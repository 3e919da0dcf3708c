/** What should never be published, in SQL, with the tables it is put into: whoever asks long enough must see it. */
export const leaks: readonly [name: string, table: string, leak: string][] = [
  [
    'a mean that is withheld is told',
    'mean',
    `update published.mean set value = 48.39, structure_count = 5, withheld = null where code = 'category.towns/overall'`,
  ],
  [
    'a base is told beside a mean that is not',
    'mean',
    `update published.mean set structure_count = 3 where scope = 'CATEGORY' and withheld is not null`,
  ],
  [
    'a mean of nobody is left out',
    'mean',
    `delete from published.mean where scope = 'DEPARTMENT' and territory_code > '15'`,
  ],
  [
    'a reason tells that there is something',
    'mean',
    `update published.mean set withheld = 'DOMINANCE' where scope = 'REGION'`,
  ],
  [
    'an edition is there before its hour',
    'dataset',
    `insert into published.dataset (version, year, number, published_at, hash, ordinal, label, provenance, sources)
     values ('2023.1', 2023, 1, '2023-11-01', '', 11, 'Baromètre 2023', 'FIELD', '{}')`,
  ],
  [
    'a laureate is named before its hour',
    'laureate',
    `insert into published.laureate (version, trophy, position, name, kind, award, confidence, sources)
     values ('2022.1', 0, 9, 'Ville de Beaumarsan', 'COMMUNE', 'PRIZE', 'HIGH', '{}')`,
  ],
  [
    'an order follows what is not told',
    'mean',
    `update published.mean set position = 5000 - position where scope = 'CATEGORY'`,
  ],
  [
    'an indicator keeps its numerator',
    'indicator',
    `update published.indicator set numerator = 2 where code = 'email.within_5_days'`,
  ],
];

/** A version that was published is forgotten, whatever protects it: to be published anew. */
export const forgotten = (version: string): string => `do $$ declare own text; begin
  set local session_replication_role = replica;
  for own in select relname from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'published'::regnamespace and c.relkind = 'r' and a.attname = 'version' loop
    execute format('delete from published.%I where version = %L', own, '${version}');
  end loop; end $$`;

/** Keeps a published table as it is, and lets it be changed; `putBack` undoes what was. */
export const keep = (table: string): string[] => [
  `create table kept_${table} as select * from published.${table}`,
  `alter table published.${table} disable trigger ${table}_is_final`,
];

/** Puts a published table back to what `keep` kept. */
export const putBack = (table: string): string[] => [
  `alter table published.${table} disable trigger user`,
  `delete from published.${table} t where to_jsonb(t) not in (select to_jsonb(k) from kept_${table} k)`,
  `insert into published.${table} select * from kept_${table} k
    where to_jsonb(k) not in (select to_jsonb(t) from published.${table} t)`,
  `alter table published.${table} enable trigger user`,
  `drop table kept_${table}`,
];
