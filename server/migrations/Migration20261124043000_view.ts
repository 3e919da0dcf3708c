import { Migration } from '@mikro-orm/migrations';

/** Views of lists that people keep; what lists are sorted, searched and counted by. */
export class Migration20261124043000_view extends Migration {
  override name = 'Migration20261124043000_view';

  override up(): void {
    this.addSql(`create table "saved_view" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "owner_id" text not null, "resource" text not null, "label" text not null, "filter" jsonb not null, "sort" text null, "order" text not null default 'ASC', "columns" text[] not null, "year" smallint null, "shared" boolean not null default false, primary key ("id"));`);
    this.addSql(`create index "saved_view_resource_shared_index" on "saved_view" ("resource", "shared");`);
    this.addSql(`alter table "saved_view" add constraint "saved_view_once" unique ("owner_id", "resource", "label");`);
    this.addSql(`alter table "saved_view" add constraint "saved_view_order_check" check ("order" in ('ASC', 'DESC'));`);
    const tell = `for each statement execute function public.record_change('saved_view')`;
    this.addSql(`create trigger saved_view_inserted after insert on "saved_view" referencing new table as after_rows ${tell};`);
    this.addSql(`create trigger saved_view_updated after update on "saved_view"
      referencing old table as before_rows new table as after_rows ${tell};`);
    this.addSql(`create trigger saved_view_deleted after delete on "saved_view" referencing old table as before_rows ${tell};`);

    this.addSql(`create index "structure_by_name" on "structure" ("name", "id");`);
    this.addSql(`create index "change_removed" on "change" ("noun", "id") where after is null;`);
    // Words are looked for anywhere in a name: only trigrams find them without reading every row. The extension may be
    // created by any owner of a database; where it is not installed, the search reads the rows and finds the same.
    this.addSql(`do $$ begin
      create extension if not exists pg_trgm with schema public;
      create index "structure_words" on "structure" using gin ("name" gin_trgm_ops, "reference" gin_trgm_ops, "siren" gin_trgm_ops, "siret" gin_trgm_ops, "insee_code" gin_trgm_ops);
    exception when insufficient_privilege or feature_not_supported or undefined_file then
      raise notice 'pg_trgm is not available: words are looked for without an index';
    end $$;`);
  }
}
