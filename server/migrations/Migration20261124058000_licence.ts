import { Migration } from '@mikro-orm/migrations';

/** What laureates may write and show, and until when. */
export class Migration20261124058000_licence extends Migration {

  override name = 'Migration20261124058000_licence';

  override up(): void {
    this.addSql(`create table "licence" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "edition_id" uuid not null, "scope" text not null, "position" smallint not null default 0, "label" text not null, "wording" text not null, "from_on" date not null, "until_on" date null, "logo_id" uuid null, primary key ("id"));`);
    this.addSql(`alter table "licence" add constraint "licence_label_once" unique ("edition_id", "scope", "label");`);

    this.addSql(`alter table "licence" add constraint "licence_edition_id_foreign" foreign key ("edition_id") references "edition" ("id");`);
    this.addSql(`alter table "licence" add constraint "licence_logo_id_foreign" foreign key ("logo_id") references "upload" ("id") on delete no action;`);
    this.addSql(`alter table "licence" add constraint "licence_term_ordered" check (until_on >= from_on);`);
    this.addSql(`alter table "licence" add constraint "licence_scope_check" check ("scope" in ('TROPHY', 'PRIZE', 'MENTION'));`);

    const tell = `for each statement execute function public.record_change('licence')`;
    this.addSql(`create trigger licence_inserted after insert on "licence" referencing new table as after_rows ${tell};`);
    this.addSql(`create trigger licence_updated after update on "licence"
      referencing old table as before_rows new table as after_rows ${tell};`);
    this.addSql(`create trigger licence_deleted after delete on "licence" referencing old table as before_rows ${tell};`);
  }
}
