import { Migration } from '@mikro-orm/migrations';

/** The journal says which changes were made together, so that they can be undone together. */
export class Migration20261124040000_act extends Migration {
  override name = 'Migration20261124040000_act';

  override up(): void {
    this.addSql('alter table "change" add column "act" bigint null;');
    this.addSql('alter table "change" alter column "act" set default ((pg_current_xact_id())::text)::bigint;');
    this.addSql('create index "change_act_index" on "change" ("act");');
    this.addSql(`create table "undone" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(),
      "version" int not null default 1, "act" bigint not null, "by_act" bigint not null default ((pg_current_xact_id())::text)::bigint,
      "actor_id" text not null, primary key ("id"));`);
    this.addSql('alter table "undone" add constraint "undone_once" unique ("act");');
    const tell = `for each statement execute function public.record_change('undone')`;
    this.addSql(`create trigger undone_inserted after insert on "undone" referencing new table as after_rows ${tell};`);
    this.addSql(`create trigger undone_updated after update on "undone"
      referencing old table as before_rows new table as after_rows ${tell};`);
    this.addSql(`create trigger undone_deleted after delete on "undone" referencing old table as before_rows ${tell};`);
  }
}
