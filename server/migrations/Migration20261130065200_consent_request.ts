import { Migration } from '@mikro-orm/migrations';

/** A laureate is asked in its space to agree to what would be published of it. */
export class Migration20261130065200_consent_request extends Migration {

  override name = 'Migration20261130065200_consent_request';

  override up(): void | Promise<void> {
    this.addSql(`create table "consent_request" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "point_id" uuid not null, "asked_at" timestamptz not null, "asked_by_name" text not null, primary key ("id"));`);
    this.addSql(`alter table "consent_request" add constraint "consent_request_point_id_unique" unique ("point_id");`);
    this.addSql(`alter table "consent_request" add constraint "consent_request_point_id_foreign" foreign key ("point_id") references "point_remarquable" ("id") on delete cascade;`);

    const tell = `for each statement execute function public.record_change('consent_request')`;
    this.addSql(`create trigger consent_request_inserted after insert on "consent_request" referencing new table as after_rows ${tell};`);
    this.addSql(`create trigger consent_request_updated after update on "consent_request"
      referencing old table as before_rows new table as after_rows ${tell};`);
    this.addSql(`create trigger consent_request_deleted after delete on "consent_request" referencing old table as before_rows ${tell};`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "consent_request" cascade;`);
  }

}
