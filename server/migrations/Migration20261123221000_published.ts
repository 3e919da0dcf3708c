import { Migration } from '@mikro-orm/migrations';

/** The published world: immutable, versioned rows, and a role that may read them and nothing else. */
export class Migration20261123221000_published extends Migration {
  override name = 'Migration20261123221000_published';

  override up(): void {
    this.addSql('create schema published;');
    this.addSql(`create table published.dataset (
      version text primary key, year smallint not null, number smallint not null,
      published_at timestamptz not null, hash text not null,
      ordinal smallint not null, label text not null, provenance text not null, note text, sources text[] not null,
      ceremony_on date, ceremony_place text,
      structure_count integer, global_score numeric(7,2),
      unique (year, number));`);
    this.addSql(`create table published.category (
      version text not null references published.dataset, code text not null, label text not null, position smallint not null,
      structure_count integer not null, mean numeric(7,2), previous_mean numeric(7,2), withheld text,
      primary key (version, code));`);
    this.addSql(`create table published.trophy (
      version text not null references published.dataset, position smallint not null,
      category_code text, category_label text, point_remarquable text,
      primary key (version, position));`);
    this.addSql(`create table published.laureate (
      version text not null, trophy smallint not null, position smallint not null,
      name text not null, kind text not null, department_code text, parent_name text,
      award text not null, rank smallint, mention text, confidence text not null, sources text[] not null, note text,
      primary key (version, trophy, position), foreign key (version, trophy) references published.trophy);`);
    this.addSql(`create table published.indicator (
      version text not null references published.dataset, position smallint not null, code text not null, label text not null,
      unit text not null, value numeric(16,6), numerator numeric(16,6), denominator integer, base text not null,
      sources text[] not null, withheld text,
      primary key (version, code));`);
    this.addSql(`create table published.channel_mean (
      version text not null references published.dataset, position smallint not null, channel text not null,
      label text not null, mean numeric(7,2), structure_count integer not null, withheld text,
      primary key (version, channel));`);

    this.addSql(`create view published.edition as select d.version, d.year,
      not exists (select from published.dataset later where later.year = d.year and later.number > d.number) as latest,
      jsonb_build_object(
        'ordinal', d.ordinal, 'year', d.year, 'label', d.label, 'provenance', d.provenance,
        'publishedAt', d.published_at, 'datasetVersion', d.version, 'datasetHash', d.hash,
        'ceremonyOn', d.ceremony_on, 'ceremonyPlace', d.ceremony_place,
        'structureCount', d.structure_count, 'globalScore', d.global_score, 'note', d.note, 'sources', d.sources,
        'trophies', coalesce((select jsonb_agg(jsonb_build_object(
          'category', case when t.category_code is not null
            then jsonb_build_object('code', t.category_code, 'label', t.category_label) end,
          'pointRemarquable', t.point_remarquable,
          'laureates', coalesce((select jsonb_agg(jsonb_build_object(
            'name', l.name, 'kind', l.kind, 'departmentCode', l.department_code, 'parentName', l.parent_name,
            'award', l.award, 'rank', l.rank, 'mention', l.mention, 'confidence', l.confidence,
            'sources', l.sources, 'note', l.note) order by l.position)
            from published.laureate l where l.version = t.version and l.trophy = t.position), '[]'))
          order by t.position) from published.trophy t where t.version = d.version), '[]'),
        'indicators', coalesce((select jsonb_agg(jsonb_build_object(
          'code', i.code, 'label', i.label, 'value', i.value, 'unit', i.unit, 'numerator', i.numerator,
          'denominator', i.denominator, 'base', i.base, 'sources', i.sources, 'withheld', i.withheld) order by i.position)
          from published.indicator i where i.version = d.version), '[]'),
        'channelMeans', coalesce((select jsonb_agg(jsonb_build_object(
          'channel', m.channel, 'label', m.label, 'mean', m.mean, 'structureCount', m.structure_count,
          'withheld', m.withheld) order by m.position)
          from published.channel_mean m where m.version = d.version), '[]'),
        'categoryMeans', coalesce((select jsonb_agg(jsonb_build_object(
          'category', jsonb_build_object('code', c.code, 'label', c.label), 'mean', c.mean,
          'structureCount', c.structure_count, 'previousMean', c.previous_mean, 'evolution', c.mean - c.previous_mean,
          'withheld', c.withheld) order by c.position)
          from published.category c where c.version = d.version), '[]')
      ) as document
      from published.dataset d;`);

    const tables = ['dataset', 'category', 'trophy', 'laureate', 'indicator', 'channel_mean'];
    for (const table of tables)
      this.addSql(`create trigger ${table}_is_final before update or delete or truncate on published.${table}
        for each statement execute function public.refuse_change();`);

    this.addSql(`do $$ begin create role published_reader nologin; exception when duplicate_object then null; end $$;`);
    this.addSql(`alter role published_reader set default_transaction_read_only = on;`);
    this.addSql(`alter role published_reader set statement_timeout = '2s';`);
    this.addSql('revoke all on schema public from public;');
    this.addSql('grant usage on schema published to published_reader;');
    this.addSql('grant select on all tables in schema published to published_reader;');
  }
}
