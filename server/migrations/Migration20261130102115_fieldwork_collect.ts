import { Migration } from '@mikro-orm/migrations';

/** What auditors type and send: drafts, and every sending, kept as it came. */
export class Migration20261130102115_fieldwork_collect extends Migration {

  override name = 'Migration20261130102115_fieldwork_collect';

  override up(): void | Promise<void> {
    this.addSql(`create table "audit_draft" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "assignment_id" uuid not null, "account_id" uuid not null, "revision" int not null, "content" jsonb not null, "device" text not null, "saved_at" timestamptz not null, "skew" int not null, primary key ("id"));`);
    this.addSql(`alter table "audit_draft" add constraint "audit_draft_once" unique ("assignment_id", "account_id");`);

    this.addSql(`create table "submission" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "account_id" uuid not null, "key" text not null, "assignment_id" uuid null, "edition_id" uuid null, "grid_id" uuid not null, "device" text not null, "sent_at" timestamptz not null, "received_at" timestamptz not null, "skew" int not null, "round_trip" int not null, "content" jsonb not null, "events" jsonb not null default '[]', "flagged" jsonb not null default '[]', "outcome" text not null default 'RECEIVED', "reason" text null, "faults" jsonb not null default '[]', "audit_id" uuid null, "settled_motive" text null, "settled_by" text null, "settled_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create index "submission_assignment_id_index" on "submission" ("assignment_id");`);
    this.addSql(`create index "submission_edition_id_outcome_index" on "submission" ("edition_id", "outcome");`);
    this.addSql(`alter table "submission" add constraint "submission_once" unique ("account_id", "key");`);

    this.addSql(`alter table "audit_draft" add constraint "audit_draft_assignment_id_foreign" foreign key ("assignment_id") references "assignment" ("id");`);

    this.addSql(`alter table "submission" add constraint "submission_assignment_id_foreign" foreign key ("assignment_id") references "assignment" ("id") on delete no action;`);
    this.addSql(`alter table "submission" add constraint "submission_edition_id_foreign" foreign key ("edition_id") references "edition" ("id") on delete no action;`);
    this.addSql(`alter table "submission" add constraint "submission_audit_id_foreign" foreign key ("audit_id") references "audit" ("id") on delete no action;`);
    this.addSql(`alter table "submission" add constraint "submission_accepted_as_a_test" check ((outcome = 'ACCEPTED') = (audit_id is not null));`);
    this.addSql(`alter table "submission" add constraint "submission_held_for_a_reason" check ((outcome = 'HELD') <= (reason is not null));`);
    this.addSql(`alter table "submission" add constraint "submission_outcome_check" check ("outcome" in ('RECEIVED', 'ACCEPTED', 'REPEATED', 'HELD', 'REFUSED'));`);
    this.addSql(`alter table "submission" add constraint "submission_reason_check" check ("reason" in ('WITHDRAWN', 'AUDITOR_REMOVED', 'ALREADY_SUBMITTED', 'PHASE_CLOSED', 'GRID_CHANGED', 'FINDINGS_REFUSED'));`);

    for (const noun of ['audit_draft', 'submission']) {
      const tell = `for each statement execute function public.record_change('${noun}')`;
      this.addSql(`create trigger ${noun}_inserted after insert on "${noun}" referencing new table as after_rows ${tell};`);
      this.addSql(`create trigger ${noun}_updated after update on "${noun}"
        referencing old table as before_rows new table as after_rows ${tell};`);
      this.addSql(`create trigger ${noun}_deleted after delete on "${noun}" referencing old table as before_rows ${tell};`);
    }

    // What was sent never changes and never goes: only what became of it is written.
    this.addSql(`create function public.submission_stays() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' then raise exception 'what was sent is kept' using constraint = 'submission_kept'; end if;
        if (old.account_id, old.key, old.grid_id, old.sent_at, old.received_at, old.content, old.events)
          is distinct from (new.account_id, new.key, new.grid_id, new.sent_at, new.received_at, new.content, new.events)
        then raise exception 'what was sent is kept' using constraint = 'submission_kept'; end if;
        return new;
      end $$;`);
    this.addSql(`create trigger submission_kept before update or delete on "submission"
      for each row execute function public.submission_stays();`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "audit_draft" cascade;`);
    this.addSql(`drop table if exists "submission" cascade;`);
    this.addSql(`drop function if exists public.submission_stays;`);

  }

}
