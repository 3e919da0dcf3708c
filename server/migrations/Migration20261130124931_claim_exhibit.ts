import { Migration } from '@mikro-orm/migrations';

/** The files that structures show in support of what they contest. */
export class Migration20261130124931_claim_exhibit extends Migration {

  override name = 'Migration20261130124931_claim_exhibit';

  override up(): void | Promise<void> {
    this.addSql(`create table "claim_exhibit" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "provisional_id" uuid not null, "point_id" uuid not null, "evidence_id" uuid not null, "name" text not null, "sending_key" text not null, primary key ("id"));`);
    this.addSql(`create index "claim_exhibit_point_id_index" on "claim_exhibit" ("point_id");`);
    this.addSql(`alter table "claim_exhibit" add constraint "claim_exhibit_evidence_once" unique ("evidence_id");`);
    this.addSql(`alter table "claim_exhibit" add constraint "claim_exhibit_once" unique ("provisional_id", "sending_key");`);

    this.addSql(`alter table "claim_exhibit" add constraint "claim_exhibit_provisional_id_foreign" foreign key ("provisional_id") references "provisional" ("id") on delete no action;`);
    this.addSql(`alter table "claim_exhibit" add constraint "claim_exhibit_point_id_foreign" foreign key ("point_id") references "claim_point" ("id") on delete no action;`);
    this.addSql(`alter table "claim_exhibit" add constraint "claim_exhibit_evidence_id_foreign" foreign key ("evidence_id") references "evidence" ("id") on delete no action;`);

    const tell = `for each statement execute function public.record_change('claim_exhibit')`;
    this.addSql(`create trigger claim_exhibit_inserted after insert on "claim_exhibit" referencing new table as after_rows ${tell};`);
    this.addSql(`create trigger claim_exhibit_updated after update on "claim_exhibit"
      referencing old table as before_rows new table as after_rows ${tell};`);
    this.addSql(`create trigger claim_exhibit_deleted after delete on "claim_exhibit" referencing old table as before_rows ${tell};`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "claim_exhibit" cascade;`);
  }

}
