import { Migration } from '@mikro-orm/migrations';

export class Migration20261123210000_foundation extends Migration {

  override name = 'Migration20261123210000_foundation';

  override up(): void | Promise<void> {
    this.addSql(`create table "change" ("id" bigserial primary key, "at" timestamptz not null default now(), "actor_id" text null, "noun" text not null, "record_id" text not null, "before" jsonb null, "after" jsonb null);`);
    this.addSql(`create index "change_noun_record_id_index" on "change" ("noun", "record_id");`);

    this.addSql(`create table "edition" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "ordinal" smallint not null, "year" smallint not null, "label" text not null, "phase" text not null default 'PREPARATION', "phase_motive" text null, "provenance" text not null default 'FIELD', "registration_from" date null, "registration_to" date null, "fieldwork_from" date null, "fieldwork_to" date null, "ceremony_on" date null, "ceremony_place" text null, "published_at" timestamptz null, "note" text null, "sources" text[] not null, primary key ("id"));`);
    this.addSql(`alter table "edition" add constraint "edition_ordinal_unique" unique ("ordinal");`);
    this.addSql(`alter table "edition" add constraint "edition_year_unique" unique ("year");`);

    this.addSql(`create table "dataset" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "edition_id" uuid not null, "name" text not null, "number" smallint not null, "hash" text not null, "published_at" timestamptz not null, "published_by" text not null, primary key ("id"));`);
    this.addSql(`create index "dataset_edition_id_index" on "dataset" ("edition_id");`);
    this.addSql(`alter table "dataset" add constraint "dataset_name_once" unique ("name");`);

    this.addSql(`create table "category" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "edition_id" uuid not null, "code" text not null, "label" text not null, "position" smallint not null default 0, "kinds" text[] not null, "population_from" int null, "population_below" int null, "awarded" boolean not null default true, primary key ("id"));`);
    this.addSql(`alter table "category" add constraint "category_code_once" unique ("edition_id", "code");`);

    this.addSql(`create table "figure" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "edition_id" uuid not null, "code" text not null, "label" text not null, "value" numeric(12,4) not null, "unit" text not null, "approximate" boolean not null default false, "confidence" text not null, "sources" text[] not null, "note" text null, primary key ("id"));`);
    this.addSql(`alter table "figure" add constraint "figure_once" unique ("edition_id", "code");`);

    this.addSql(`create table "frame" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "code" text not null, "release" text not null, "label" text not null, "source" text null, primary key ("id"));`);
    this.addSql(`alter table "frame" add constraint "frame_version_once" unique ("code", "release");`);

    this.addSql(`create table "clause" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "frame_id" uuid not null, "number" smallint not null, "label" text not null, primary key ("id"));`);
    this.addSql(`alter table "clause" add constraint "clause_once" unique ("frame_id", "number");`);

    this.addSql(`create table "grid" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "edition_id" uuid not null, "number" smallint not null default 1, "frozen_at" timestamptz null, "note" text null, primary key ("id"));`);
    this.addSql(`alter table "grid" add constraint "grid_number_once" unique ("edition_id", "number");`);

    this.addSql(`create table "channel" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "grid_id" uuid not null, "code" text not null, "label" text not null, "weight" numeric not null, "optional" boolean not null default false, "position" smallint not null, primary key ("id"));`);
    this.addSql(`alter table "channel" add constraint "channel_once" unique ("grid_id", "code");`);

    this.addSql(`create table "indicator" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "grid_id" uuid not null, "code" text not null, "label" text not null, "unit" text not null, "base" text not null, "rule" jsonb not null, "position" smallint not null, primary key ("id"));`);
    this.addSql(`alter table "indicator" add constraint "indicator_once" unique ("grid_id", "code");`);

    this.addSql(`create table "journey_step" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "grid_id" uuid not null, "code" text not null, "label" text not null, "position" smallint not null, primary key ("id"));`);
    this.addSql(`alter table "journey_step" add constraint "journey_step_once" unique ("grid_id", "code");`);

    this.addSql(`create table "criterion" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "channel_id" uuid not null, "step_id" uuid not null, "code" text not null, "label" text not null, "guidance" text null, "kind" text not null, "unit" text null, "weight" numeric not null, "scale" jsonb not null, "when_not_offered" text not null default 'ZERO', "when_not_observed" text not null default 'LEAVE_OUT', "when_refused" text not null default 'ZERO', "position" smallint not null, "source" text null, primary key ("id"));`);
    this.addSql(`alter table "criterion" add constraint "criterion_once" unique ("channel_id", "code");`);

    this.addSql(`create table "criterion_clause" ("criterion_id" uuid not null, "clause_id" uuid not null, primary key ("criterion_id", "clause_id"));`);

    this.addSql(`create table "mail" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "recipient" text not null, "subject" text not null, "body" text not null, "sent_at" timestamptz null, primary key ("id"));`);

    this.addSql(`create table "score_run" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "edition_id" uuid not null, "grid_id" uuid not null, "number" smallint not null, "inputs_hash" text not null, "engine" text not null, "audit_count" int not null, "computed_by" text null, primary key ("id"));`);
    this.addSql(`alter table "score_run" add constraint "score_run_once" unique ("edition_id", "number");`);

    this.addSql(`create table "indicator_value" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "run_id" uuid not null, "code" text not null, "label" text not null, "unit" text not null, "exact" text null, "value" numeric(16,6) null, "numerator" numeric(16,6) null, "denominator" int not null, "base" text not null, "contributors" int not null, "position" smallint not null, "category_id" uuid null, primary key ("id"));`);
    this.addSql(`alter table "indicator_value" add constraint "indicator_value_once" unique ("run_id", "code");`);

    this.addSql(`create table "structure" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "reference" text not null, "name" text not null, "kind" text not null, "siren" text null, "siret" text null, "insee_code" text null, "department_code" text null, "region_code" text null, "population" int null, "population_year" smallint null, "fictional" boolean not null default false, "parent_id" uuid null, primary key ("id"));`);
    this.addSql(`alter table "structure" add constraint "structure_reference_unique" unique ("reference");`);
    this.addSql(`alter table "structure" add constraint "structure_siret_unique" unique ("siret");`);
    this.addSql(`create unique index "structure_siren_once" on "structure" ("siren") where parent_id is null;`);

    this.addSql(`create table "enrolment" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "edition_id" uuid not null, "structure_id" uuid not null, "category_id" uuid not null, "population" int null, "population_year" smallint null, "tier" text not null default 'FREE', "reception" boolean not null default false, "origin" text not null default 'VOLUNTEER', primary key ("id"));`);
    this.addSql(`create index "enrolment_category_id_index" on "enrolment" ("category_id");`);
    this.addSql(`alter table "enrolment" add constraint "enrolment_once" unique ("edition_id", "structure_id");`);

    this.addSql(`create table "score" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "run_id" uuid not null, "enrolment_id" uuid not null, "channel_id" uuid null, "criterion_id" uuid null, "exact" text null, "value" numeric(7,2) null, "base" int not null, "rank" smallint null, primary key ("id"));`);
    this.addSql(`create index "score_enrolment_id_index" on "score" ("enrolment_id");`);
    this.addSql(`create index "score_run_id_enrolment_id_index" on "score" ("run_id", "enrolment_id");`);

    this.addSql(`create table "trophy" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "edition_id" uuid not null, "category_id" uuid null, "point_remarquable" text null, primary key ("id"));`);
    this.addSql(`create unique index "trophy_once" on "trophy" ("edition_id", "category_id") nulls not distinct;`);

    this.addSql(`create table "laureate" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "trophy_id" uuid not null, "structure_id" uuid not null, "rank" smallint null, "award" text not null default 'TROPHY', "mention" text null, "confidence" text not null default 'HIGH', "sources" text[] not null, "note" text null, primary key ("id"));`);
    this.addSql(`create index "laureate_trophy_id_index" on "laureate" ("trophy_id");`);

    this.addSql(`create table "decision" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "trophy_id" uuid not null, "run_id" uuid not null, "structure_ids" text[] not null, "point_remarquable" text null, "follows_ranking" boolean not null, "motive" text null, "decided_at" timestamptz not null, "decided_by" text not null, primary key ("id"));`);
    this.addSql(`create index "decision_trophy_id_index" on "decision" ("trophy_id");`);

    this.addSql(`create table "upload" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "name" text not null, "size" int not null, "sha256" text not null, "content" bytea not null, "applied_at" timestamptz null, "sent_by" text not null, primary key ("id"));`);

    this.addSql(`create table "audit" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "edition_id" uuid not null, "enrolment_id" uuid not null, "channel_id" uuid not null, "reference" text not null, "performed_on" date not null, "state" text not null default 'SUBMITTED', "state_reason" text null, "upload_id" uuid null, primary key ("id"));`);
    this.addSql(`create index "audit_enrolment_id_index" on "audit" ("enrolment_id");`);
    this.addSql(`alter table "audit" add constraint "audit_once" unique ("edition_id", "reference");`);

    this.addSql(`create table "measurement" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "audit_id" uuid not null, "criterion_id" uuid not null, "amount" numeric(15,6) null, "choice" text null, "absence" text null, primary key ("id"));`);
    this.addSql(`create index "measurement_criterion_id_index" on "measurement" ("criterion_id");`);
    this.addSql(`alter table "measurement" add constraint "measurement_once" unique ("audit_id", "criterion_id");`);

    this.addSql(`alter table "edition" add constraint "edition_phase_check" check ("phase" in ('PREPARATION', 'REGISTRATION', 'FIELDWORK', 'CONTROL', 'CONTRADICTORY', 'DELIBERATION', 'EMBARGO', 'PUBLISHED', 'ARCHIVED'));`);
    this.addSql(`alter table "edition" add constraint "edition_provenance_check" check ("provenance" in ('FIELD', 'REPORTED', 'SIMULATED'));`);

    this.addSql(`alter table "dataset" add constraint "dataset_edition_id_foreign" foreign key ("edition_id") references "edition" ("id");`);

    this.addSql(`alter table "category" add constraint "category_edition_id_foreign" foreign key ("edition_id") references "edition" ("id");`);
    this.addSql(`alter table "category" add constraint "category_population_rises" check (population_below > population_from);`);

    this.addSql(`alter table "figure" add constraint "figure_edition_id_foreign" foreign key ("edition_id") references "edition" ("id") on delete cascade;`);
    this.addSql(`alter table "figure" add constraint "figure_unit_check" check ("unit" in ('SHARE', 'COUNT', 'RINGS', 'DAYS', 'SCORE'));`);
    this.addSql(`alter table "figure" add constraint "figure_confidence_check" check ("confidence" in ('HIGH', 'MEDIUM', 'LOW'));`);

    this.addSql(`alter table "clause" add constraint "clause_frame_id_foreign" foreign key ("frame_id") references "frame" ("id");`);

    this.addSql(`alter table "grid" add constraint "grid_edition_id_foreign" foreign key ("edition_id") references "edition" ("id");`);

    this.addSql(`alter table "channel" add constraint "channel_grid_id_foreign" foreign key ("grid_id") references "grid" ("id") on delete cascade;`);

    this.addSql(`alter table "indicator" add constraint "indicator_grid_id_foreign" foreign key ("grid_id") references "grid" ("id") on delete cascade;`);
    this.addSql(`alter table "indicator" add constraint "indicator_unit_check" check ("unit" in ('SHARE', 'COUNT', 'RINGS', 'DAYS', 'SCORE'));`);

    this.addSql(`alter table "journey_step" add constraint "journey_step_grid_id_foreign" foreign key ("grid_id") references "grid" ("id") on delete cascade;`);

    this.addSql(`alter table "criterion" add constraint "criterion_channel_id_foreign" foreign key ("channel_id") references "channel" ("id") on delete cascade;`);
    this.addSql(`alter table "criterion" add constraint "criterion_step_id_foreign" foreign key ("step_id") references "journey_step" ("id");`);
    this.addSql(`alter table "criterion" add constraint "criterion_weight_positive" check (weight > 0);`);
    this.addSql(`alter table "criterion" add constraint "criterion_kind_check" check ("kind" in ('YES_NO', 'SCALE', 'CHOICE', 'COUNT', 'DURATION', 'SHARE'));`);
    this.addSql(`alter table "criterion" add constraint "criterion_when_not_offered_check" check ("when_not_offered" in ('LEAVE_OUT', 'ZERO'));`);
    this.addSql(`alter table "criterion" add constraint "criterion_when_not_observed_check" check ("when_not_observed" in ('LEAVE_OUT', 'ZERO'));`);
    this.addSql(`alter table "criterion" add constraint "criterion_when_refused_check" check ("when_refused" in ('LEAVE_OUT', 'ZERO'));`);

    this.addSql(`alter table "criterion_clause" add constraint "criterion_clause_criterion_id_foreign" foreign key ("criterion_id") references "criterion" ("id") on update cascade on delete cascade;`);
    this.addSql(`alter table "criterion_clause" add constraint "criterion_clause_clause_id_foreign" foreign key ("clause_id") references "clause" ("id") on update cascade on delete cascade;`);

    this.addSql(`alter table "score_run" add constraint "score_run_edition_id_foreign" foreign key ("edition_id") references "edition" ("id");`);
    this.addSql(`alter table "score_run" add constraint "score_run_grid_id_foreign" foreign key ("grid_id") references "grid" ("id");`);

    this.addSql(`alter table "indicator_value" add constraint "indicator_value_run_id_foreign" foreign key ("run_id") references "score_run" ("id") on delete cascade;`);
    this.addSql(`alter table "indicator_value" add constraint "indicator_value_category_id_foreign" foreign key ("category_id") references "category" ("id") on delete no action;`);
    this.addSql(`alter table "indicator_value" add constraint "indicator_value_unit_check" check ("unit" in ('SHARE', 'COUNT', 'RINGS', 'DAYS', 'SCORE'));`);

    this.addSql(`alter table "structure" add constraint "structure_parent_id_foreign" foreign key ("parent_id") references "structure" ("id") on delete no action;`);
    this.addSql(`alter table "structure" add constraint "structure_population_positive" check (population >= 0);`);
    this.addSql(`alter table "structure" add constraint "structure_siret_shape" check (siret ~ '^[0-9]{14}\$');`);
    this.addSql(`alter table "structure" add constraint "structure_siren_shape" check (siren ~ '^[0-9]{9}\$');`);
    this.addSql(`alter table "structure" add constraint "structure_kind_check" check ("kind" in ('COMMUNE', 'INTERCOMMUNALITY', 'DEPARTMENT', 'REGION', 'FRANCE_SERVICES', 'SOCIAL_SERVICE', 'DEVELOPMENT_SERVICE', 'EDUCATION_CULTURE_SERVICE', 'OTHER'));`);

    this.addSql(`alter table "enrolment" add constraint "enrolment_edition_id_foreign" foreign key ("edition_id") references "edition" ("id");`);
    this.addSql(`alter table "enrolment" add constraint "enrolment_structure_id_foreign" foreign key ("structure_id") references "structure" ("id");`);
    this.addSql(`alter table "enrolment" add constraint "enrolment_category_id_foreign" foreign key ("category_id") references "category" ("id");`);
    this.addSql(`alter table "enrolment" add constraint "enrolment_tier_check" check ("tier" in ('FREE', 'PAID'));`);
    this.addSql(`alter table "enrolment" add constraint "enrolment_origin_check" check ("origin" in ('VOLUNTEER', 'SELECTED'));`);

    this.addSql(`alter table "score" add constraint "score_run_id_foreign" foreign key ("run_id") references "score_run" ("id") on delete cascade;`);
    this.addSql(`alter table "score" add constraint "score_enrolment_id_foreign" foreign key ("enrolment_id") references "enrolment" ("id");`);
    this.addSql(`alter table "score" add constraint "score_channel_id_foreign" foreign key ("channel_id") references "channel" ("id") on delete no action;`);
    this.addSql(`alter table "score" add constraint "score_criterion_id_foreign" foreign key ("criterion_id") references "criterion" ("id") on delete no action;`);

    this.addSql(`alter table "trophy" add constraint "trophy_edition_id_foreign" foreign key ("edition_id") references "edition" ("id");`);
    this.addSql(`alter table "trophy" add constraint "trophy_category_id_foreign" foreign key ("category_id") references "category" ("id") on delete no action;`);

    this.addSql(`alter table "laureate" add constraint "laureate_trophy_id_foreign" foreign key ("trophy_id") references "trophy" ("id") on delete cascade;`);
    this.addSql(`alter table "laureate" add constraint "laureate_structure_id_foreign" foreign key ("structure_id") references "structure" ("id");`);
    this.addSql(`alter table "laureate" add constraint "laureate_award_check" check ("award" in ('TROPHY', 'PRIZE', 'DISTINCTION', 'RANKED'));`);
    this.addSql(`alter table "laureate" add constraint "laureate_confidence_check" check ("confidence" in ('HIGH', 'MEDIUM', 'LOW'));`);

    this.addSql(`alter table "decision" add constraint "decision_trophy_id_foreign" foreign key ("trophy_id") references "trophy" ("id");`);
    this.addSql(`alter table "decision" add constraint "decision_run_id_foreign" foreign key ("run_id") references "score_run" ("id");`);

    this.addSql(`alter table "audit" add constraint "audit_edition_id_foreign" foreign key ("edition_id") references "edition" ("id");`);
    this.addSql(`alter table "audit" add constraint "audit_enrolment_id_foreign" foreign key ("enrolment_id") references "enrolment" ("id");`);
    this.addSql(`alter table "audit" add constraint "audit_channel_id_foreign" foreign key ("channel_id") references "channel" ("id");`);
    this.addSql(`alter table "audit" add constraint "audit_upload_id_foreign" foreign key ("upload_id") references "upload" ("id") on delete no action;`);
    this.addSql(`alter table "audit" add constraint "audit_state_check" check ("state" in ('SUBMITTED', 'VALIDATED', 'REJECTED'));`);

    this.addSql(`alter table "measurement" add constraint "measurement_audit_id_foreign" foreign key ("audit_id") references "audit" ("id") on delete cascade;`);
    this.addSql(`alter table "measurement" add constraint "measurement_criterion_id_foreign" foreign key ("criterion_id") references "criterion" ("id");`);
    this.addSql(`alter table "measurement" add constraint "measurement_value_or_absence" check (num_nonnulls(amount, choice, absence) = 1);`);
    this.addSql(`alter table "measurement" add constraint "measurement_absence_check" check ("absence" in ('NOT_APPLICABLE', 'NOT_OFFERED', 'NOT_OBSERVED', 'REFUSED'));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "dataset" drop constraint "dataset_edition_id_foreign";`);
    this.addSql(`alter table "category" drop constraint "category_edition_id_foreign";`);
    this.addSql(`alter table "figure" drop constraint "figure_edition_id_foreign";`);
    this.addSql(`alter table "grid" drop constraint "grid_edition_id_foreign";`);
    this.addSql(`alter table "score_run" drop constraint "score_run_edition_id_foreign";`);
    this.addSql(`alter table "enrolment" drop constraint "enrolment_edition_id_foreign";`);
    this.addSql(`alter table "trophy" drop constraint "trophy_edition_id_foreign";`);
    this.addSql(`alter table "audit" drop constraint "audit_edition_id_foreign";`);
    this.addSql(`alter table "indicator_value" drop constraint "indicator_value_category_id_foreign";`);
    this.addSql(`alter table "enrolment" drop constraint "enrolment_category_id_foreign";`);
    this.addSql(`alter table "trophy" drop constraint "trophy_category_id_foreign";`);
    this.addSql(`alter table "clause" drop constraint "clause_frame_id_foreign";`);
    this.addSql(`alter table "criterion_clause" drop constraint "criterion_clause_clause_id_foreign";`);
    this.addSql(`alter table "channel" drop constraint "channel_grid_id_foreign";`);
    this.addSql(`alter table "indicator" drop constraint "indicator_grid_id_foreign";`);
    this.addSql(`alter table "journey_step" drop constraint "journey_step_grid_id_foreign";`);
    this.addSql(`alter table "score_run" drop constraint "score_run_grid_id_foreign";`);
    this.addSql(`alter table "criterion" drop constraint "criterion_channel_id_foreign";`);
    this.addSql(`alter table "score" drop constraint "score_channel_id_foreign";`);
    this.addSql(`alter table "audit" drop constraint "audit_channel_id_foreign";`);
    this.addSql(`alter table "criterion" drop constraint "criterion_step_id_foreign";`);
    this.addSql(`alter table "criterion_clause" drop constraint "criterion_clause_criterion_id_foreign";`);
    this.addSql(`alter table "score" drop constraint "score_criterion_id_foreign";`);
    this.addSql(`alter table "measurement" drop constraint "measurement_criterion_id_foreign";`);
    this.addSql(`alter table "indicator_value" drop constraint "indicator_value_run_id_foreign";`);
    this.addSql(`alter table "score" drop constraint "score_run_id_foreign";`);
    this.addSql(`alter table "decision" drop constraint "decision_run_id_foreign";`);
    this.addSql(`alter table "structure" drop constraint "structure_parent_id_foreign";`);
    this.addSql(`alter table "enrolment" drop constraint "enrolment_structure_id_foreign";`);
    this.addSql(`alter table "laureate" drop constraint "laureate_structure_id_foreign";`);
    this.addSql(`alter table "score" drop constraint "score_enrolment_id_foreign";`);
    this.addSql(`alter table "audit" drop constraint "audit_enrolment_id_foreign";`);
    this.addSql(`alter table "laureate" drop constraint "laureate_trophy_id_foreign";`);
    this.addSql(`alter table "decision" drop constraint "decision_trophy_id_foreign";`);
    this.addSql(`alter table "audit" drop constraint "audit_upload_id_foreign";`);
    this.addSql(`alter table "measurement" drop constraint "measurement_audit_id_foreign";`);

    this.addSql(`drop table if exists "change" cascade;`);
    this.addSql(`drop table if exists "edition" cascade;`);
    this.addSql(`drop table if exists "dataset" cascade;`);
    this.addSql(`drop table if exists "category" cascade;`);
    this.addSql(`drop table if exists "figure" cascade;`);
    this.addSql(`drop table if exists "frame" cascade;`);
    this.addSql(`drop table if exists "clause" cascade;`);
    this.addSql(`drop table if exists "grid" cascade;`);
    this.addSql(`drop table if exists "channel" cascade;`);
    this.addSql(`drop table if exists "indicator" cascade;`);
    this.addSql(`drop table if exists "journey_step" cascade;`);
    this.addSql(`drop table if exists "criterion" cascade;`);
    this.addSql(`drop table if exists "criterion_clause" cascade;`);
    this.addSql(`drop table if exists "mail" cascade;`);
    this.addSql(`drop table if exists "score_run" cascade;`);
    this.addSql(`drop table if exists "indicator_value" cascade;`);
    this.addSql(`drop table if exists "structure" cascade;`);
    this.addSql(`drop table if exists "enrolment" cascade;`);
    this.addSql(`drop table if exists "score" cascade;`);
    this.addSql(`drop table if exists "trophy" cascade;`);
    this.addSql(`drop table if exists "laureate" cascade;`);
    this.addSql(`drop table if exists "decision" cascade;`);
    this.addSql(`drop table if exists "upload" cascade;`);
    this.addSql(`drop table if exists "audit" cascade;`);
    this.addSql(`drop table if exists "measurement" cascade;`);
  }

}
