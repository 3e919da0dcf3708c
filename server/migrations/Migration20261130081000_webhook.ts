import { Migration } from '@mikro-orm/migrations';

/** Where partners are told of what becomes public, and what was sent to them. */
export class Migration20261130081000_webhook extends Migration {

  override name = 'Migration20261130081000_webhook';

  override up(): void {
    this.addSql(`create table "webhook" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "access_id" uuid not null, "url" text not null, "kinds" text[] not null, "generation" smallint not null default 1, "rotated_at" timestamptz null, "paused_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create index "webhook_access_id_index" on "webhook" ("access_id");`);
    this.addSql(`alter table "webhook" add constraint "webhook_access_id_foreign" foreign key ("access_id") references "partner_access" ("id") on delete cascade;`);

    const tell = `for each statement execute function public.record_change('webhook')`;
    this.addSql(`create trigger webhook_inserted after insert on "webhook" referencing new table as after_rows ${tell};`);
    this.addSql(`create trigger webhook_updated after update on "webhook"
      referencing old table as before_rows new table as after_rows ${tell};`);
    this.addSql(`create trigger webhook_deleted after delete on "webhook" referencing old table as before_rows ${tell};`);

    this.addSql(`create table access.delivery (
      id uuid primary key default gen_random_uuid(), webhook_id uuid not null references public.webhook on delete cascade,
      event_id uuid, kind text not null, body text not null, state text not null default 'WAITING'
        check (state in ('WAITING', 'DELIVERED', 'DEAD')),
      attempts smallint not null default 0, created_at timestamptz not null, due_at timestamptz, asked_at timestamptz,
      unique (webhook_id, event_id));`);
    this.addSql(`create index delivery_due on access.delivery (due_at) where state = 'WAITING';`);
    this.addSql(`create table access.attempt (
      delivery_id uuid not null references access.delivery on delete cascade, number bigint generated always as identity,
      at timestamptz not null, status smallint, failure text, ms integer not null, primary key (delivery_id, number));`);

    this.addSql(`create function access.tell_event() returns trigger language plpgsql as $$
      begin perform pg_notify('publication_event', ''); return null; end $$;`);
    this.addSql(`create trigger publication_event_told after insert on "publication_event"
      for each statement execute function access.tell_event();`);
  }

  override down(): void {
    this.addSql('drop trigger publication_event_told on "publication_event";');
    this.addSql('drop function access.tell_event();');
    this.addSql('drop table access.attempt, access.delivery;');
    this.addSql('drop table "webhook";');
  }
}
