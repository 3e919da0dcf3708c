import { Migration } from '@mikro-orm/migrations';

/** Who reads the published world under a name, and what they take of it. */
export class Migration20261130080000_access extends Migration {

  override name = 'Migration20261130080000_access';

  override up(): void {
    this.addSql(`create table "partner_access" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "name" text not null, "organisation" text not null, "email" text not null, "purpose" text not null, "wanted" jsonb not null, "state" text not null default 'REQUESTED', "scope" jsonb not null, "expires_on" date null, "addresses" text[] not null, "allowance" int not null default 200000, "contract" text not null default '2026-11', "motive" text null, "decided_at" timestamptz null, "decided_by" text null, "link_hash" text not null, "link_until" timestamptz not null, primary key ("id"));`);
    this.addSql(`create index "partner_access_email_index" on "partner_access" ("email");`);
    this.addSql(`alter table "partner_access" add constraint "partner_access_link_once" unique ("link_hash");`);

    this.addSql(`alter table "partner_access" add constraint "partner_access_state_check" check ("state" in ('REQUESTED', 'GRANTED', 'REFUSED', 'REVOKED'));`);

    this.addSql(`create table "partner_token" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "access_id" uuid not null, "prefix" text not null, "hash" text not null, "until" timestamptz null, "revoked_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create index "partner_token_access_id_index" on "partner_token" ("access_id");`);
    this.addSql(`alter table "partner_token" add constraint "partner_token_once" unique ("hash");`);
    this.addSql(`alter table "partner_token" add constraint "partner_token_access_id_foreign" foreign key ("access_id") references "partner_access" ("id");`);

    for (const noun of ['partner_access', 'partner_token']) {
      const tell = `for each statement execute function public.record_change('${noun}')`;
      this.addSql(`create trigger ${noun}_inserted after insert on "${noun}" referencing new table as after_rows ${tell};`);
      this.addSql(`create trigger ${noun}_updated after update on "${noun}"
        referencing old table as before_rows new table as after_rows ${tell};`);
      this.addSql(`create trigger ${noun}_deleted after delete on "${noun}" referencing old table as before_rows ${tell};`);
    }

    this.addSql('create schema access;');
    // Lost in a crash of PostgreSQL, which gives everyone a whole hour again; written without its journal meanwhile.
    this.addSql(`create unlogged table access.allowance (
      holder text not null, hour timestamptz not null, spent integer not null, primary key (holder, hour));`);
    this.addSql(`create table access.usage (
      token_id uuid not null, day date not null, operation text not null,
      requests integer not null, cost bigint not null, refusals integer not null, last_at timestamptz not null,
      primary key (token_id, day, operation));`);
  }

  override down(): void {
    this.addSql('drop schema access cascade;');
    this.addSql('drop table "partner_token", "partner_access";');
  }
}
