import { Migration } from '@mikro-orm/migrations';

/** When a trophy was handed over; the conflicts that staff confirmed. */
export class Migration20261130065024_handed_over extends Migration {

  override name = 'Migration20261130065024_handed_over';

  override up(): void | Promise<void> {
    this.addSql(`create table "confirmation" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "affiliation_id" uuid not null, "structure_id" uuid not null, "confirmed_by" text not null, primary key ("id"));`);
    this.addSql(`create index "confirmation_structure_id_index" on "confirmation" ("structure_id");`);
    this.addSql(`alter table "confirmation" add constraint "confirmation_once" unique ("affiliation_id", "structure_id");`);

    this.addSql(`alter table "laureate" add "handed_on" date null;`);

    this.addSql(`alter table "confirmation" add constraint "confirmation_affiliation_id_foreign" foreign key ("affiliation_id") references "affiliation" ("id") on delete cascade;`);
    this.addSql(`alter table "confirmation" add constraint "confirmation_structure_id_foreign" foreign key ("structure_id") references "structure" ("id");`);

    const tell = `for each statement execute function public.record_change('confirmation')`;
    this.addSql(`create trigger confirmation_inserted after insert on "confirmation" referencing new table as after_rows ${tell};`);
    this.addSql(`create trigger confirmation_updated after update on "confirmation"
      referencing old table as before_rows new table as after_rows ${tell};`);
    this.addSql(`create trigger confirmation_deleted after delete on "confirmation" referencing old table as before_rows ${tell};`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "confirmation" cascade;`);

    this.addSql(`alter table "laureate" drop column "handed_on";`);
  }

}
