import { Migration } from '@mikro-orm/migrations';

/** Releases wanted by two people, signed versions with their errata, and the reading of a version under embargo. */
export class Migration20261130070000_release extends Migration {
  override name = 'Migration20261130070000_release';

  override up(): void {
    const stored = `"id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1`;
    this.addSql(`create table "release" (${stored}, "edition_id" uuid not null, "name" text not null, "state" text not null default 'REQUESTED', "hash" text not null, "due_at" timestamptz null, "reason" text null, "reasons" jsonb not null, "requested_by" text not null, "requested_by_name" text not null, "requested_at" timestamptz not null, "approved_by" text null, "approved_by_name" text null, "approved_at" timestamptz null, "stopped_by_name" text null, "stop_reason" text null, "halt_code" text null, "ended_at" timestamptz null, "dataset_id" uuid null, primary key ("id"));`);
    this.addSql(`create index "release_edition_id_index" on "release" ("edition_id");`);
    this.addSql(`create unique index "release_one_under_way" on "release" ("edition_id") where state in ('REQUESTED', 'SCHEDULED');`);
    this.addSql(`alter table "release" add constraint "release_edition_id_foreign" foreign key ("edition_id") references "edition" ("id");`);
    this.addSql(`alter table "release" add constraint "release_dataset_id_foreign" foreign key ("dataset_id") references "dataset" ("id") on delete no action;`);
    this.addSql(`alter table "release" add constraint "release_state_check" check ("state" in ('REQUESTED', 'SCHEDULED', 'RELEASED', 'STOPPED', 'HALTED'));`);
    this.addSql(`alter table "release" add constraint "release_two_people" check (approved_by <> requested_by);`);

    this.addSql(`create table "publication_event" (${stored}, "kind" text not null, "year" smallint not null, "dataset_version" text not null, "payload" jsonb not null, primary key ("id"));`);
    this.addSql(`create index "publication_event_year_index" on "publication_event" ("year");`);
    this.addSql(`alter table "publication_event" add constraint "publication_event_kind_check" check ("kind" in ('edition.published', 'edition.corrected', 'trophy.awarded'));`);

    this.addSql(`create table "early_access" (${stored}, "edition_id" uuid not null, "dataset_name" text not null, "name" text not null, "body" text not null, "email" text not null, "from_at" timestamptz not null, "seed" text not null, "token_hash" text not null, "granted_by_name" text not null, "revoked_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create index "early_access_edition_id_index" on "early_access" ("edition_id");`);
    this.addSql(`alter table "early_access" add constraint "early_access_token_once" unique ("token_hash");`);
    this.addSql(`alter table "early_access" add constraint "early_access_edition_id_foreign" foreign key ("edition_id") references "edition" ("id");`);

    this.addSql(`create table "early_read" (${stored}, "edition_id" uuid not null, "access_id" uuid null, "reader" text not null, "means" text not null, "subject" text not null, "at" timestamptz not null, "address" text not null, primary key ("id"));`);
    this.addSql(`create index "early_read_access_id_index" on "early_read" ("access_id");`);
    this.addSql(`create index "early_read_edition_id_at_index" on "early_read" ("edition_id", "at");`);
    this.addSql(`alter table "early_read" add constraint "early_read_edition_id_foreign" foreign key ("edition_id") references "edition" ("id");`);
    this.addSql(`alter table "early_read" add constraint "early_read_access_id_foreign" foreign key ("access_id") references "early_access" ("id") on delete no action;`);
    this.addSql(`alter table "early_read" add constraint "early_read_means_check" check ("means" in ('PAGE', 'PDF', 'API'));`);

    for (const noun of ['release', 'publication_event', 'early_access', 'early_read']) {
      const tell = `for each statement execute function public.record_change('${noun}')`;
      this.addSql(`create trigger ${noun}_inserted after insert on "${noun}" referencing new table as after_rows ${tell};`);
      this.addSql(`create trigger ${noun}_updated after update on "${noun}"
        referencing old table as before_rows new table as after_rows ${tell};`);
      this.addSql(`create trigger ${noun}_deleted after delete on "${noun}" referencing old table as before_rows ${tell};`);
    }
    for (const final of ['publication_event', 'early_read'])
      this.addSql(`create trigger ${final}_is_final before update or delete or truncate on "${final}"
        for each statement execute function public.refuse_change();`);
    this.signVersions();
  }

  /** Versions are signed, and a correction tells what it corrects. What was published unsigned stays so. */
  private signVersions(): void {
    this.addSql('alter table published.dataset add column signature text, add column public_key text;');
    this.addSql(`create table published.erratum (
      version text not null references published.dataset, position smallint not null,
      table_name text not null, key text not null, field text, old text, new text, reason text not null,
      primary key (version, position));`);
    this.addSql(`create trigger erratum_is_final before update or delete or truncate on published.erratum
      for each statement execute function public.refuse_change();`);
    this.addSql('grant select on published.erratum to published_reader;');
    this.addSql(`do $$ begin create role press_reader nologin; exception when duplicate_object then null; end $$;`);
    for (const [role, schema] of [['published_reader', 'published'], ['press_reader', 'press']]) {
      this.addSql(`alter role ${role} set default_transaction_read_only = on;`);
      this.addSql(`alter role ${role} set statement_timeout = '2s';`);
      this.addSql(`alter role ${role} set search_path = ${schema};`);
    }
  }
}
