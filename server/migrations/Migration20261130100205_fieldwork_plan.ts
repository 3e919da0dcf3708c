import { Migration } from '@mikro-orm/migrations';

/** Who tests, what they play, and the plan of an edition: rules, draws, assignments. */
export class Migration20261130100205_fieldwork_plan extends Migration {

  override name = 'Migration20261130100205_fieldwork_plan';

  override up(): void | Promise<void> {
    this.addSql(`create table "auditor" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "account_id" uuid not null, "code" text not null, "name" text not null, "email" text not null, "channels" text[] not null, "departments" text[] not null, "week_most" smallint null, "left_at" timestamptz null, "left_motive" text null, primary key ("id"));`);
    this.addSql(`alter table "auditor" add constraint "auditor_code_once" unique ("code");`);
    this.addSql(`alter table "auditor" add constraint "auditor_account_once" unique ("account_id");`);

    this.addSql(`create table "briefing" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "edition_id" uuid not null, "text" text not null, "questions" jsonb not null default '[]', "pass_mark" smallint not null, primary key ("id"));`);
    this.addSql(`alter table "briefing" add constraint "briefing_once" unique ("edition_id");`);

    this.addSql(`create table "briefing_result" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "briefing_id" uuid not null, "auditor_id" uuid not null, "wording" int not null, "answers" jsonb not null, "right" smallint not null, "asked" smallint not null, "passed" boolean not null, "answered_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`create index "briefing_result_briefing_id_index" on "briefing_result" ("briefing_id");`);
    this.addSql(`create index "briefing_result_auditor_id_briefing_id_index" on "briefing_result" ("auditor_id", "briefing_id");`);

    this.addSql(`create table "persona" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "edition_id" uuid not null, "code" text not null, "label" text not null, "mailbox" text null, "phone_line" text null, "address" text null, primary key ("id"));`);
    this.addSql(`alter table "persona" add constraint "persona_code_once" unique ("edition_id", "code");`);

    this.addSql(`create table "plan_draw" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "edition_id" uuid not null, "number" int not null, "seed" text not null, "state" text not null, "rules" jsonb not null, "digest" text not null, "started_by_name" text not null, "started_at" timestamptz not null, "without_id" uuid null, "report" jsonb null, "proposal" jsonb null, "failure" text null, "applied_at" timestamptz null, "applied_by_name" text null, primary key ("id"));`);
    this.addSql(`alter table "plan_draw" add constraint "plan_draw_once" unique ("edition_id", "number");`);

    this.addSql(`create table "plan_rules" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "edition_id" uuid not null, "targets" jsonb not null default '[]', "bands" jsonb not null default '[]', "closed_days" jsonb not null default '[]', "week_most" smallint not null default 12, "structure_share" smallint not null default 4, "structure_gap" smallint not null default 2, "auditor_lock_out" smallint not null default 1, "scenario_lock_out" smallint not null default 2, "persona_lock_out" smallint not null default 2, "week_excess" smallint null, "costs" jsonb not null default '[]', primary key ("id"));`);
    this.addSql(`alter table "plan_rules" add constraint "plan_rules_once" unique ("edition_id");`);

    this.addSql(`create table "scenario" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "edition_id" uuid not null, "channel" text not null, "code" text not null, "label" text not null, "instructions" text not null, primary key ("id"));`);
    this.addSql(`alter table "scenario" add constraint "scenario_code_once" unique ("edition_id", "code");`);

    this.addSql(`create table "assignment" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "edition_id" uuid not null, "enrolment_id" uuid not null, "channel" text not null, "reference" text not null, "scenario_id" uuid not null, "persona_id" uuid null, "auditor_id" uuid null, "on_day" date not null, "from_time" text not null, "to_time" text not null, "state" text not null default 'PLANNED', "state_reason" text null, "attempt" smallint not null default 1, "replaces_id" uuid null, "draw_id" uuid null, primary key ("id"));`);
    this.addSql(`create index "assignment_enrolment_id_index" on "assignment" ("enrolment_id");`);
    this.addSql(`create index "assignment_scenario_id_index" on "assignment" ("scenario_id");`);
    this.addSql(`create index "assignment_persona_id_index" on "assignment" ("persona_id");`);
    this.addSql(`create index "assignment_auditor_id_index" on "assignment" ("auditor_id");`);
    this.addSql(`create index "assignment_draw_id_index" on "assignment" ("draw_id");`);
    this.addSql(`alter table "assignment" add constraint "assignment_replaced_once" unique ("replaces_id");`);
    this.addSql(`alter table "assignment" add constraint "assignment_once" unique ("edition_id", "reference");`);

    this.addSql(`create table "auditor_conflict" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "auditor_id" uuid not null, "structure_id" uuid not null, "reason" text not null, "declared_at" timestamptz not null, "declared_by" text not null, primary key ("id"));`);
    this.addSql(`create index "auditor_conflict_structure_id_index" on "auditor_conflict" ("structure_id");`);
    this.addSql(`alter table "auditor_conflict" add constraint "auditor_conflict_once" unique ("auditor_id", "structure_id");`);

    this.addSql(`alter table "auditor" add constraint "auditor_week_most_positive" check (week_most >= 1);`);
    this.addSql(`alter table "auditor" add constraint "auditor_channels_check" check ("channels" <@ array['RECEPTION'::text, 'PHONE'::text, 'EMAIL'::text, 'LETTER'::text, 'WEBSITE'::text, 'SOCIAL'::text]);`);

    this.addSql(`alter table "briefing" add constraint "briefing_edition_id_foreign" foreign key ("edition_id") references "edition" ("id");`);
    this.addSql(`alter table "briefing" add constraint "briefing_pass_mark_positive" check (pass_mark >= 0);`);

    this.addSql(`alter table "briefing_result" add constraint "briefing_result_briefing_id_foreign" foreign key ("briefing_id") references "briefing" ("id");`);
    this.addSql(`alter table "briefing_result" add constraint "briefing_result_auditor_id_foreign" foreign key ("auditor_id") references "auditor" ("id");`);

    this.addSql(`alter table "persona" add constraint "persona_edition_id_foreign" foreign key ("edition_id") references "edition" ("id");`);

    this.addSql(`alter table "plan_draw" add constraint "plan_draw_edition_id_foreign" foreign key ("edition_id") references "edition" ("id");`);
    this.addSql(`alter table "plan_draw" add constraint "plan_draw_without_id_foreign" foreign key ("without_id") references "auditor" ("id") on delete no action;`);
    this.addSql(`alter table "plan_draw" add constraint "plan_draw_state_check" check ("state" in ('DRAWING', 'DRAWN', 'CLASHING', 'UNDECIDED', 'STOPPED', 'APPLIED'));`);

    this.addSql(`alter table "plan_rules" add constraint "plan_rules_edition_id_foreign" foreign key ("edition_id") references "edition" ("id");`);
    this.addSql(`alter table "plan_rules" add constraint "plan_rules_share_positive" check (structure_share >= 1);`);
    this.addSql(`alter table "plan_rules" add constraint "plan_rules_week_most_positive" check (week_most >= 1);`);

    this.addSql(`alter table "scenario" add constraint "scenario_edition_id_foreign" foreign key ("edition_id") references "edition" ("id");`);
    this.addSql(`alter table "scenario" add constraint "scenario_channel_check" check ("channel" in ('RECEPTION', 'PHONE', 'EMAIL', 'LETTER', 'WEBSITE', 'SOCIAL'));`);

    this.addSql(`alter table "assignment" add constraint "assignment_edition_id_foreign" foreign key ("edition_id") references "edition" ("id");`);
    this.addSql(`alter table "assignment" add constraint "assignment_enrolment_id_foreign" foreign key ("enrolment_id") references "enrolment" ("id");`);
    this.addSql(`alter table "assignment" add constraint "assignment_scenario_id_foreign" foreign key ("scenario_id") references "scenario" ("id");`);
    this.addSql(`alter table "assignment" add constraint "assignment_persona_id_foreign" foreign key ("persona_id") references "persona" ("id") on delete no action;`);
    this.addSql(`alter table "assignment" add constraint "assignment_auditor_id_foreign" foreign key ("auditor_id") references "auditor" ("id") on delete no action;`);
    this.addSql(`alter table "assignment" add constraint "assignment_replaces_id_foreign" foreign key ("replaces_id") references "assignment" ("id") on delete no action;`);
    this.addSql(`alter table "assignment" add constraint "assignment_draw_id_foreign" foreign key ("draw_id") references "plan_draw" ("id") on delete no action;`);
    this.addSql(`alter table "assignment" add constraint "assignment_given" check (auditor_id is not null or state in ('PLANNED', 'WITHDRAWN'));`);
    this.addSql(`alter table "assignment" add constraint "assignment_band_ordered" check (from_time < to_time);`);
    this.addSql(`alter table "assignment" add constraint "assignment_channel_check" check ("channel" in ('RECEPTION', 'PHONE', 'EMAIL', 'LETTER', 'WEBSITE', 'SOCIAL'));`);
    this.addSql(`alter table "assignment" add constraint "assignment_state_check" check ("state" in ('PLANNED', 'ASSIGNED', 'UNDER_WAY', 'SUBMITTED', 'WITHDRAWN'));`);

    this.addSql(`alter table "auditor_conflict" add constraint "auditor_conflict_auditor_id_foreign" foreign key ("auditor_id") references "auditor" ("id");`);
    this.addSql(`alter table "auditor_conflict" add constraint "auditor_conflict_structure_id_foreign" foreign key ("structure_id") references "structure" ("id");`);

    const nouns = ['auditor', 'auditor_conflict', 'briefing', 'briefing_result', 'scenario', 'persona'];
    for (const noun of [...nouns, 'plan_rules', 'plan_draw', 'assignment']) {
      const tell = `for each statement execute function public.record_change('${noun}')`;
      this.addSql(`create trigger ${noun}_inserted after insert on "${noun}" referencing new table as after_rows ${tell};`);
      this.addSql(`create trigger ${noun}_updated after update on "${noun}"
        referencing old table as before_rows new table as after_rows ${tell};`);
      this.addSql(`create trigger ${noun}_deleted after delete on "${noun}" referencing old table as before_rows ${tell};`);
    }
  }

  override down(): void | Promise<void> {
    for (const noun of ['assignment', 'plan_draw', 'plan_rules', 'persona', 'scenario'])
      this.addSql(`drop table if exists "${noun}" cascade;`);
    for (const noun of ['briefing_result', 'briefing', 'auditor_conflict', 'auditor'])
      this.addSql(`drop table if exists "${noun}" cascade;`);
  }

}
