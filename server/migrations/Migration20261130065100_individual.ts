import { Migration } from '@mikro-orm/migrations';

/** The individual reports of an edition, kept as they were made: a crash or a stop loses none. */
export class Migration20261130065100_individual extends Migration {

  override name = 'Migration20261130065100_individual';

  override up(): void | Promise<void> {
    this.addSql(`create table "report_run" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "edition_id" uuid not null, "score_run_id" uuid not null, "state" text not null, "total" int not null, "started_by_name" text not null, "started_at" timestamptz not null, "failure" text null, primary key ("id"));`);
    this.addSql(`create index "report_run_edition_id_index" on "report_run" ("edition_id");`);
    this.addSql(`alter table "report_run" add constraint "report_run_once" unique ("score_run_id");`);
    this.addSql(`create table "individual_report" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "run_id" uuid not null, "enrolment_id" uuid not null, "name" text not null, "size" int not null, "sha256" text not null, "content" bytea not null, primary key ("id"));`);
    this.addSql(`create index "individual_report_enrolment_id_index" on "individual_report" ("enrolment_id");`);
    this.addSql(`alter table "individual_report" add constraint "individual_report_once" unique ("run_id", "enrolment_id");`);

    this.addSql(`alter table "report_run" add constraint "report_run_edition_id_foreign" foreign key ("edition_id") references "edition" ("id");`);
    this.addSql(`alter table "report_run" add constraint "report_run_score_run_id_foreign" foreign key ("score_run_id") references "score_run" ("id") on delete no action;`);
    this.addSql(`alter table "report_run" add constraint "report_run_state_check" check ("state" in ('MAKING', 'MADE', 'STOPPED'));`);
    this.addSql(`alter table "individual_report" add constraint "individual_report_run_id_foreign" foreign key ("run_id") references "report_run" ("id") on delete cascade;`);
    this.addSql(`alter table "individual_report" add constraint "individual_report_enrolment_id_foreign" foreign key ("enrolment_id") references "enrolment" ("id");`);

    for (const noun of ['report_run', 'individual_report']) {
      const tell = `for each statement execute function public.record_change('${noun}')`;
      this.addSql(`create trigger ${noun}_inserted after insert on "${noun}" referencing new table as after_rows ${tell};`);
      this.addSql(`create trigger ${noun}_updated after update on "${noun}"
        referencing old table as before_rows new table as after_rows ${tell};`);
      this.addSql(`create trigger ${noun}_deleted after delete on "${noun}" referencing old table as before_rows ${tell};`);
    }
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "individual_report" cascade;`);
    this.addSql(`drop table if exists "report_run" cascade;`);
  }

}
