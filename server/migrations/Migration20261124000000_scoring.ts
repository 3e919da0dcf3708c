import { Migration } from '@mikro-orm/migrations';

/** Nouns whose changes go into the history; the lines of a run do not: they never change, and the run itself tells. */
const nouns = ['scoring_policy', 'audit_event'];

export class Migration20261124000000_scoring extends Migration {

  override name = 'Migration20261124000000_scoring';

  override up(): void {
    this.addSql(`create table "scoring_policy" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "edition_id" uuid not null, "number" smallint not null, "rules" jsonb not null, "motive" text not null, "chosen_by" text not null, primary key ("id"));`);
    this.addSql(`alter table "scoring_policy" add constraint "scoring_policy_once" unique ("edition_id", "number");`);

    this.addSql(`create table "robustness" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "run_id" uuid not null, "enrolment_id" uuid not null, "score_low" double precision null, "score_high" double precision null, "rank_low" smallint null, "rank_high" smallint null, "weight_score_low" double precision null, "weight_score_high" double precision null, "weight_rank_low" smallint null, "weight_rank_high" smallint null, "tied_from" smallint null, "tied_to" smallint null, "reason" text null, "bounded" text[] not null, primary key ("id"));`);
    this.addSql(`create index "robustness_enrolment_id_index" on "robustness" ("enrolment_id");`);
    this.addSql(`alter table "robustness" add constraint "robustness_once" unique ("run_id", "enrolment_id");`);

    this.addSql(`create table "audit_event" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "audit_id" uuid not null, "kind" text not null, "at" timestamptz not null, primary key ("id"));`);
    this.addSql(`alter table "audit_event" add constraint "audit_event_once" unique ("audit_id", "kind", "at");`);

    this.addSql(`alter table "edition" add "answers_until" date null;`);

    this.addSql(`alter table "category" add "award_field" smallint not null default 3, add "award_minimum" numeric null;`);
    this.addSql(`alter table "category" add constraint "category_award_field_positive" check (award_field >= 1);`);
    this.addSql(`alter table "category" add constraint "category_award_minimum_on_100" check (award_minimum >= 0 and award_minimum <= 100);`);

    this.addSql(`alter table "grid" add "minimum_share" numeric null;`);

    this.addSql(`alter table "channel" add "compared" boolean not null default false, add "when_absent" text not null default 'RENORMALISE', add "floor" numeric null, add "minimum" numeric null, add "bonus_cap" numeric null;`);
    this.addSql(`alter table "channel" add constraint "channel_when_absent_check" check ("when_absent" in ('RENORMALISE', 'ZERO', 'FLOOR', 'EXCLUDE'));`);

    this.addSql(`alter table "journey_step" add "weight" numeric null;`);

    this.addSql(`alter table "criterion" drop constraint "criterion_weight_positive";`);
    this.addSql(`alter table "criterion" drop constraint "criterion_when_not_observed_check";`);
    this.addSql(`alter table "criterion" drop constraint "criterion_when_not_offered_check";`);
    this.addSql(`alter table "criterion" drop constraint "criterion_when_refused_check";`);
    this.addSql(`alter table "criterion" add "floor" numeric null, add "bonus" boolean not null default false, add "minimum" numeric null, add "conditions" jsonb not null default '[]', add "delay" jsonb null;`);
    for (const policy of ['when_not_offered', 'when_not_observed', 'when_refused'])
      this.addSql(`update criterion set ${policy} = 'RENORMALISE' where ${policy} = 'LEAVE_OUT';`);
    this.addSql(`alter table "criterion" alter column "when_not_observed" set default 'RENORMALISE';`);
    this.addSql(`alter table "criterion" add constraint "criterion_weight_positive" check (weight >= 0);`);
    this.addSql(`alter table "criterion" add constraint "criterion_when_not_observed_check" check ("when_not_observed" in ('RENORMALISE', 'ZERO', 'FLOOR', 'EXCLUDE'));`);
    this.addSql(`alter table "criterion" add constraint "criterion_when_not_offered_check" check ("when_not_offered" in ('RENORMALISE', 'ZERO', 'FLOOR', 'EXCLUDE'));`);
    this.addSql(`alter table "criterion" add constraint "criterion_when_refused_check" check ("when_refused" in ('RENORMALISE', 'ZERO', 'FLOOR', 'EXCLUDE'));`);

    this.addSql(`alter table "score_run" add "policy_id" uuid null;`);
    this.addSql(`alter table "score_run" add constraint "score_run_policy_id_foreign" foreign key ("policy_id") references "scoring_policy" ("id") on delete no action;`);

    this.addSql(`alter table "enrolment" add "certifications" text[] not null default '{}';`);
    this.addSql(`alter table "enrolment" alter column "certifications" drop default;`);

    this.addSql(`alter table "score" add "detail" jsonb null;`);

    this.addSql(`alter table "audit" add "digest" text null;`);

    this.addSql(`alter table "scoring_policy" add constraint "scoring_policy_edition_id_foreign" foreign key ("edition_id") references "edition" ("id");`);

    this.addSql(`alter table "robustness" add constraint "robustness_run_id_foreign" foreign key ("run_id") references "score_run" ("id") on delete cascade;`);
    this.addSql(`alter table "robustness" add constraint "robustness_enrolment_id_foreign" foreign key ("enrolment_id") references "enrolment" ("id");`);

    this.addSql(`alter table "audit_event" add constraint "audit_event_audit_id_foreign" foreign key ("audit_id") references "audit" ("id") on delete cascade;`);
    this.addSql(`alter table "audit_event" add constraint "audit_event_kind_check" check ("kind" in ('SENT', 'ACKNOWLEDGED', 'ANSWERED', 'ATTEMPTED', 'RANG', 'CONNECTED'));`);

    this.keepDigests();
    for (const noun of nouns) {
      const tell = `for each statement execute function public.record_change('${noun}')`;
      this.addSql(`create trigger ${noun}_inserted after insert on "${noun}" referencing new table as after_rows ${tell};`);
      this.addSql(`create trigger ${noun}_updated after update on "${noun}"
        referencing old table as before_rows new table as after_rows ${tell};`);
      this.addSql(`create trigger ${noun}_deleted after delete on "${noun}" referencing old table as before_rows ${tell};`);
    }
    for (const final of ['score', 'indicator_value'])
      for (const verb of ['inserted', 'updated', 'deleted']) this.addSql(`drop trigger ${final}_${verb} on "${final}";`);
    for (const final of ['scoring_policy', 'robustness'])
      this.addSql(`create trigger ${final}_is_final before update or delete or truncate on "${final}"
        for each statement execute function public.refuse_change();`);
  }

  /** The digest of a test follows its measurements whatever path changed them, so that a stale score cannot hide. */
  private keepDigests(): void {
    const digests = `update public.audit set digest = found.digest
      from (
        select a.id, encode(sha256(convert_to(coalesce(string_agg(
          c.code || '=' || coalesce(m.absence, m.choice, trim_scale(m.amount)::text), ';' order by c.code collate "C"), ''),
          'UTF8')), 'hex') as digest
        from public.audit a left join public.measurement m on m.audit_id = a.id
          left join public.criterion c on c.id = m.criterion_id
        where a.id = any(touched) group by a.id
      ) found
      where audit.id = found.id and audit.digest is distinct from found.digest;`;
    this.addSql(`create function digest_measured() returns trigger language plpgsql as $$
      declare
        touched uuid[];
      begin
        if tg_op = 'UPDATE' then
          touched := array(select audit_id from before_rows union select audit_id from after_rows);
        else
          touched := array(select distinct audit_id from changed_rows);
        end if;
        ${digests}
        return null;
      end $$;`);
    const digest = 'for each statement execute function public.digest_measured()';
    this.addSql(`create trigger measurement_digest_inserted after insert on "measurement"
      referencing new table as changed_rows ${digest};`);
    this.addSql(`create trigger measurement_digest_deleted after delete on "measurement"
      referencing old table as changed_rows ${digest};`);
    this.addSql(`create trigger measurement_digest_updated after update on "measurement"
      referencing old table as before_rows new table as after_rows ${digest};`);
    // A digest follows from the measurements, which are in the history themselves.
    this.addSql(`do $$ begin
      execute replace(pg_get_functiondef('public.record_change'::regproc), '''body''', '''body'', ''digest''');
    end $$;`);
    this.addSql(`do $$ declare touched uuid[] := array(select id from public.audit); begin ${digests} end $$;`);
  }
}
