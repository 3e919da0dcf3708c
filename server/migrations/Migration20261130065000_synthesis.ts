import { Migration } from '@mikro-orm/migrations';

/** The texts an edition is told with: every state is kept, with what its queries said when it was read. */
export class Migration20261130065000_synthesis extends Migration {

  override name = 'Migration20261130065000_synthesis';

  override up(): void | Promise<void> {
    this.addSql(`create table "manuscript" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "edition_id" uuid not null, "kind" text not null, "number" smallint not null, "body" text not null, "author_id" text not null, "author_name" text not null, "read_on" text not null, "read_hash" text not null, "read" jsonb not null, "approved_at" timestamptz null, "approved_by_name" text null, primary key ("id"));`);
    this.addSql(`alter table "manuscript" add constraint "manuscript_once" unique ("edition_id", "kind", "number");`);
    this.addSql(`alter table "manuscript" add constraint "manuscript_edition_id_foreign" foreign key ("edition_id") references "edition" ("id");`);
    this.addSql(`alter table "manuscript" add constraint "manuscript_kind_check" check ("kind" in ('SYNTHESIS', 'PRESS_RELEASE'));`);

    const tell = `for each statement execute function public.record_change('manuscript')`;
    this.addSql(`create trigger manuscript_inserted after insert on "manuscript" referencing new table as after_rows ${tell};`);
    this.addSql(`create trigger manuscript_updated after update on "manuscript"
      referencing old table as before_rows new table as after_rows ${tell};`);
    this.addSql(`create trigger manuscript_deleted after delete on "manuscript" referencing old table as before_rows ${tell};`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "manuscript" cascade;`);
  }

}
