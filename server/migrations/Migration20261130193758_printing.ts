import { Migration } from '@mikro-orm/migrations';

/** Texts that are given to the public: who gave them, and when; and their bytes, where the world reads. */
export class Migration20261130193758_printing extends Migration {

  override name = 'Migration20261130193758_printing';

  override up(): void | Promise<void> {
    this.addSql(`create table "printing" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "edition_id" uuid not null, "manuscript_id" uuid not null, "kind" text not null, "name" text not null, "number" smallint not null, "sha256" text not null, "size" int not null, "published_at" timestamptz not null, "published_by_name" text not null, "withdrawn_at" timestamptz null, "withdrawn_by_name" text null, "withdrawn_reason" text null, primary key ("id"));`);
    this.addSql(`create index "printing_edition_id_index" on "printing" ("edition_id");`);
    this.addSql(`create index "printing_manuscript_id_index" on "printing" ("manuscript_id");`);
    this.addSql(`alter table "printing" add constraint "printing_once" unique ("name", "kind");`);

    this.addSql(`alter table "printing" add constraint "printing_edition_id_foreign" foreign key ("edition_id") references "edition" ("id");`);
    this.addSql(`alter table "printing" add constraint "printing_manuscript_id_foreign" foreign key ("manuscript_id") references "manuscript" ("id");`);
    this.addSql(`alter table "printing" add constraint "printing_kind_check" check ("kind" in ('SYNTHESIS', 'PRESS_RELEASE'));`);

    const tell = `for each statement execute function public.record_change('printing')`;
    this.addSql(`create trigger printing_inserted after insert on "printing" referencing new table as after_rows ${tell};`);
    this.addSql(`create trigger printing_updated after update on "printing"
      referencing old table as before_rows new table as after_rows ${tell};`);
    this.addSql(`create trigger printing_deleted after delete on "printing" referencing old table as before_rows ${tell};`);

    this.addSql(`create table published.paper (
      version text not null references published.dataset, kind text not null, content bytea,
      sha256 text not null, size integer not null, published_at timestamptz not null,
      withdrawn_at timestamptz, withdrawn_reason text,
      primary key (version, kind),
      check (octet_length(content) <= 10485760),
      check ((content is null) = (withdrawn_at is not null) and (content is null) = (withdrawn_reason is not null)));`);
    // It is what it is, or it is gone: its bytes go once, with the reason, and nothing else of it ever changes.
    this.addSql(`create function published.keep_paper() returns trigger language plpgsql as $$ begin
      if old.content is null or new.content is not null then
        raise exception 'Nothing changes or removes a line of %.', tg_table_name;
      end if;
      return new;
    end $$;`);
    this.addSql(`create trigger paper_is_final before update of version, kind, sha256, size, published_at or delete or truncate
      on published.paper for each statement execute function public.refuse_change();`);
    this.addSql(`create trigger paper_goes_once before update on published.paper
      for each row execute function published.keep_paper();`);
    this.addSql('grant select on published.paper to published_reader;');
    // Whoever keeps answers is told, as of a version.
    this.addSql(`create trigger paper_told after insert or update on published.paper
      for each statement execute function published.tell_release();`);
  }

  override down(): void | Promise<void> {
    this.addSql('drop table if exists published.paper cascade;');
    this.addSql('drop function if exists published.keep_paper();');
    this.addSql(`drop table if exists "printing" cascade;`);
  }

}
