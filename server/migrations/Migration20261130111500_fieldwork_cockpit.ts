import { Migration } from '@mikro-orm/migrations';

/** That auditors were reminded, and what the cockpit of fieldwork looks tests up by. */
export class Migration20261130111500_fieldwork_cockpit extends Migration {

  override up(): void | Promise<void> {
    this.addSql(`create table "auditor_reminder" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "auditor_id" uuid not null, "edition_id" uuid not null, "on_day" date not null, "late" int not null, primary key ("id"));`);
    this.addSql(`create index "auditor_reminder_edition_id_index" on "auditor_reminder" ("edition_id");`);
    this.addSql(`alter table "auditor_reminder" add constraint "auditor_reminder_once" unique ("auditor_id", "edition_id", "on_day");`);
    this.addSql(`alter table "auditor_reminder" add constraint "auditor_reminder_auditor_id_foreign" foreign key ("auditor_id") references "auditor" ("id");`);
    this.addSql(`alter table "auditor_reminder" add constraint "auditor_reminder_edition_id_foreign" foreign key ("edition_id") references "edition" ("id");`);
    const tell = `for each statement execute function public.record_change('auditor_reminder')`;
    this.addSql(`create trigger auditor_reminder_inserted after insert on "auditor_reminder" referencing new table as after_rows ${tell};`);
    this.addSql(`create trigger auditor_reminder_updated after update on "auditor_reminder"
      referencing old table as before_rows new table as after_rows ${tell};`);
    this.addSql(`create trigger auditor_reminder_deleted after delete on "auditor_reminder" referencing old table as before_rows ${tell};`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "auditor_reminder" cascade;`);
  }

}
