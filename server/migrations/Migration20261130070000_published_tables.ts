import { Migration } from '@mikro-orm/migrations';

/**
 * The published world becomes relational: what an edition measures, and its means by every dimension, in tables that
 * are read line by line. What earlier versions said moves along; their hashes were taken when they were published, and
 * stay.
 */
export class Migration20261130070000_published_tables extends Migration {
  override name = 'Migration20261130070000_published_tables';

  override up(): void {
    this.addSql('drop view published.edition;');
    this.addSql('alter table published.dataset add column fewest_contributors smallint;');
    this.addSql('alter table published.category add column rules text, add column awarded boolean not null default false;');
    this.addSql('alter table published.category alter column awarded drop default;');
    this.createTables();
    this.moveAlong();
    this.addSql('alter table published.dataset drop column global_score;');
    this.addSql(`alter table published.category drop column structure_count, drop column mean,
      drop column previous_mean, drop column withheld;`);
    this.addSql('drop table published.channel_mean;');
    this.addSql('grant select on all tables in schema published to published_reader;');
    this.addSql('alter role published_reader set search_path = published;');
    this.tellReleases();
  }

  private createTables(): void {
    const version = 'version text not null references published.dataset';
    this.addSql(`create table published.channel (${version}, code text not null, position smallint not null,
      label text not null, share numeric, primary key (version, code));`);
    this.addSql(`create table published.step (${version}, code text not null, position smallint not null,
      label text not null, primary key (version, code));`);
    this.addSql(`create table published.frame (${version}, code text not null, release text not null, label text not null,
      source text, primary key (version, code, release));`);
    this.addSql(`create table published.criterion (${version}, code text not null, position smallint not null,
      label text not null, channel_code text not null, step_code text not null, kind text not null, value_unit text,
      share numeric not null, bonus boolean not null, primary key (version, code));`);
    this.addSql(`create table published.commitment (${version}, criterion_code text not null, frame_code text not null,
      release text not null, number smallint not null, label text not null,
      primary key (version, criterion_code, frame_code, release, number));`);
    this.addSql(`create table published.mean (${version}, code text not null, position integer not null, scope text not null,
      category_code text, territory_code text, label text not null, measure text not null, channel_code text,
      step_code text, value numeric, structure_count integer, withheld text, comparability text not null,
      previous numeric, like_for_like numeric, common_count integer, primary key (version, code),
      check ((value is null) = (withheld is not null)));`);
    this.addSql('create index mean_series on published.mean (code);');
    for (const table of ['channel', 'step', 'frame', 'criterion', 'commitment', 'mean'])
      this.addSql(`create trigger ${table}_is_final before update or delete or truncate on published.${table}
        for each statement execute function public.refuse_change();`);
  }

  /** Versions published before: a new column is filled by hand, since their rows refuse any change. */
  private moveAlong(): void {
    for (const table of ['dataset', 'category'])
      this.addSql(`alter table published.${table} disable trigger ${table}_is_final;`);
    this.addSql(`update published.dataset set fewest_contributors = 5 where provenance <> 'REPORTED';`);
    this.addSql(`update published.category c set awarded = true
      from published.trophy t where t.version = c.version and t.category_code = c.code;`);
    for (const table of ['dataset', 'category'])
      this.addSql(`alter table published.${table} enable trigger ${table}_is_final;`);
    this.addSql(`insert into published.channel (version, code, position, label)
      select version, channel, position, label from published.channel_mean;`);
    this.addSql(`insert into published.mean (version, code, position, scope, label, measure, value, structure_count,
        withheld, comparability)
      select d.version, 'all/overall', 0, 'ALL', 'Toutes les structures', 'OVERALL', d.global_score,
        case when d.global_score is not null then d.structure_count end,
        case when d.global_score is null then case when d.provenance = 'REPORTED' then 'NOT_REPORTED' else 'SMALL_BASE' end end,
        case when exists (select from published.dataset b where b.year = d.year - 1) then 'BROKEN' else 'FIRST' end
      from published.dataset d;`);
    this.addSql(`insert into published.mean (version, code, position, scope, label, measure, channel_code, value,
        structure_count, withheld, comparability)
      select m.version, 'all/channel.' || m.channel, 1 + m.position, 'ALL', 'Toutes les structures', 'CHANNEL', m.channel,
        m.mean, case when m.mean is not null then m.structure_count end, case when m.mean is null then 'SMALL_BASE' end,
        case when exists (select from published.dataset b where b.year = d.year - 1) then 'BROKEN' else 'FIRST' end
      from published.channel_mean m join published.dataset d using (version);`);
    this.addSql(`insert into published.mean (version, code, position, scope, category_code, label, measure, value,
        structure_count, withheld, comparability, previous)
      select c.version, 'category.' || c.code || '/overall', 100 + c.position, 'CATEGORY', c.code, c.label, 'OVERALL',
        c.mean, case when c.mean is not null then c.structure_count end, case when c.mean is null then 'SMALL_BASE' end,
        case when c.previous_mean is null then 'FIRST' else 'BROKEN' end, c.previous_mean
      from published.category c;`);
  }

  /** Whoever keeps answers is told, at the commit, that there is a new version. */
  private tellReleases(): void {
    this.addSql(`create function published.tell_release() returns trigger language plpgsql as $$
      begin perform pg_notify('published', ''); return null; end $$;`);
    this.addSql(`create trigger dataset_told after insert on published.dataset
      for each statement execute function published.tell_release();`);
    this.addSql('revoke all on function published.tell_release() from public;');
  }
}
