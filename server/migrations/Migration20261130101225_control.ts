import { Migration } from '@mikro-orm/migrations';

/** Tests that are controlled, what they came of, and the evidence that goes with them. */
export class Migration20261130101225_control extends Migration {

  override name = 'Migration20261130101225_control';

  override up(): void | Promise<void> {
    this.addSql(`create table "evidence" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "assignment_id" uuid null, "criterion_code" text null, "kind" text not null, "type" text not null, "size" int not null, "digest" text not null, "print" text null, "state" text not null, "purge_on" date not null, "gone_at" timestamptz null, "sending_key" text not null, "stored_key" text not null, "sent_by" text null, primary key ("id"));`);
    this.addSql(`create index "evidence_state_purge_on_index" on "evidence" ("state", "purge_on");`);
    this.addSql(`alter table "evidence" add constraint "evidence_once" unique ("assignment_id", "sending_key");`);

    this.addSql(`alter table "audit" drop constraint "audit_state_check";`);
    this.addSql(`alter table "audit" add "assignment_id" uuid null, add "verbatim" text null, add "began_at" timestamptz null, add "ended_at" timestamptz null;`);
    this.addSql(`alter table "audit" add constraint "audit_assignment_id_foreign" foreign key ("assignment_id") references "assignment" ("id") on delete no action;`);
    this.addSql(`alter table "audit" add constraint "audit_assignment_once" unique ("assignment_id");`);
    this.addSql(`alter table "audit" add constraint "audit_state_check" check ("state" in ('SUBMITTED', 'IN_CONTROL', 'VALIDATED', 'REJECTED', 'TO_REDO'));`);

    this.addSql(`alter table "evidence" add constraint "evidence_assignment_id_foreign" foreign key ("assignment_id") references "assignment" ("id") on delete no action;`);
    this.addSql(`alter table "evidence" add constraint "evidence_kind_check" check ("kind" in ('PHOTO', 'CAPTURE', 'DOCUMENT', 'MESSAGE', 'RECORDING'));`);
    this.addSql(`alter table "evidence" add constraint "evidence_state_check" check ("state" in ('PENDING', 'READY', 'INFECTED', 'PURGED'));`);

    const tell = `for each statement execute function public.record_change('evidence')`;
    this.addSql(`create trigger evidence_inserted after insert on "evidence" referencing new table as after_rows ${tell};`);
    this.addSql(`create trigger evidence_updated after update on "evidence"
      referencing old table as before_rows new table as after_rows ${tell};`);
    this.addSql(`create trigger evidence_deleted after delete on "evidence" referencing old table as before_rows ${tell};`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "evidence" cascade;`);

    this.addSql(`alter table "audit" drop constraint "audit_assignment_id_foreign";`);

    this.addSql(`alter table "audit" drop constraint "audit_assignment_once";`);
    this.addSql(`alter table "audit" drop constraint "audit_state_check";`);
    this.addSql(`alter table "audit" drop column "assignment_id", drop column "verbatim", drop column "began_at", drop column "ended_at";`);
    this.addSql(`alter table "audit" add constraint "audit_state_check" check ("state" in ('SUBMITTED', 'VALIDATED', 'REJECTED'));`);
  }

}
