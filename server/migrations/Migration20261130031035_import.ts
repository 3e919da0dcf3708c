import { Migration } from '@mikro-orm/migrations';

/** A file on its way into the records: what its rows come to is kept, and so is what was done about it. */
export class Migration20261130031035_import extends Migration {

  override name = 'Migration20261130031035_import';

  override up(): void | Promise<void> {
    this.addSql(`create table "import_run" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "kind" text not null, "state" text not null, "edition_id" uuid null, "upload_id" uuid not null, "started_by" text not null, "headings" jsonb not null default '[]', "choices" jsonb null, "constants" jsonb not null default '[]', "rows" int not null default 0, "created" int not null default 0, "changed" int not null default 0, "unchanged" int not null default 0, "refused" int not null default 0, "fault_count" int not null default 0, "faults" jsonb not null default '[]', "policy" text null, "failure" text null, "act" bigint null, "ended_at" timestamptz null, "digest" text null, "content" bytea null, primary key ("id"));`);
    this.addSql(`create index "import_run_edition_id_index" on "import_run" ("edition_id");`);
    this.addSql(`create index "import_run_upload_id_index" on "import_run" ("upload_id");`);
    this.addSql(`create index "import_run_kind_created_at_index" on "import_run" ("kind", "created_at");`);

    this.addSql(`alter table "import_run" add constraint "import_run_edition_id_foreign" foreign key ("edition_id") references "edition" ("id") on delete set null;`);
    this.addSql(`alter table "import_run" add constraint "import_run_upload_id_foreign" foreign key ("upload_id") references "upload" ("id");`);
    this.addSql(`alter table "import_run" add constraint "import_run_kind_check" check ("kind" in ('STRUCTURE', 'ENROLMENT', 'CONTACT', 'AUDIT'));`);
    this.addSql(`alter table "import_run" add constraint "import_run_state_check" check ("state" in ('EXAMINING', 'EXAMINED', 'IMPORTING', 'IMPORTED', 'CANCELLED', 'FAILED'));`);
    this.addSql(`alter table "import_run" add constraint "import_run_policy_check" check ("policy" in ('NOTHING', 'GOOD_ROWS'));`);

    const tell = `for each statement execute function public.record_change('import_run')`;
    this.addSql(`create trigger import_run_inserted after insert on "import_run" referencing new table as after_rows ${tell};`);
    this.addSql(`create trigger import_run_updated after update on "import_run"
      referencing old table as before_rows new table as after_rows ${tell};`);
    this.addSql(`create trigger import_run_deleted after delete on "import_run" referencing old table as before_rows ${tell};`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "import_run" cascade;`);
  }

}
