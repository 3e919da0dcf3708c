import { Migration } from '@mikro-orm/migrations';

/** Questions and corrections on tests, and tests that are read a second time. What was corrected stays as it was. */
export class Migration20261130103717_control_questions extends Migration {

  override name = 'Migration20261130103717_control_questions';

  override up(): void | Promise<void> {
    this.addSql(`create table "check_sample" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "edition_id" uuid not null, "number" smallint not null, "share" smallint not null, "seed" text not null, "population" int not null, "size" int not null, primary key ("id"));`);
    this.addSql(`alter table "check_sample" add constraint "check_sample_once" unique ("edition_id", "number");`);

    this.addSql(`create table "question" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "audit_id" uuid not null, "criterion_id" uuid not null, "state" text not null default 'OPEN', "asked" text not null, "asked_by" text not null, "asked_at" timestamptz not null, "answer" text null, "answered_by" text null, "answered_at" timestamptz null, "conclusion" text null, "closed_by" text null, "closed_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create index "question_audit_id_index" on "question" ("audit_id");`);
    this.addSql(`create index "question_criterion_id_index" on "question" ("criterion_id");`);

    this.addSql(`create table "double_check" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "sample_id" uuid not null, "audit_id" uuid not null, "reader" text null, "taken_at" timestamptz null, "done_at" timestamptz null, "first" jsonb null, "second" jsonb null, primary key ("id"));`);
    this.addSql(`create index "double_check_sample_id_index" on "double_check" ("sample_id");`);
    this.addSql(`create index "double_check_reader_done_at_index" on "double_check" ("reader", "done_at");`);
    this.addSql(`alter table "double_check" add constraint "double_check_once" unique ("audit_id");`);

    this.addSql(`create table "correction" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "audit_id" uuid not null, "criterion_id" uuid not null, "before" jsonb not null, "after" jsonb not null, "motive" text not null, "reason" text not null, "made_by" text not null, "made_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`create index "correction_audit_id_index" on "correction" ("audit_id");`);
    this.addSql(`create index "correction_criterion_id_index" on "correction" ("criterion_id");`);

    this.addSql(`alter table "check_sample" add constraint "check_sample_edition_id_foreign" foreign key ("edition_id") references "edition" ("id");`);
    this.addSql(`alter table "check_sample" add constraint "check_sample_share" check (share >= 1 and share <= 100);`);

    this.addSql(`alter table "question" add constraint "question_audit_id_foreign" foreign key ("audit_id") references "audit" ("id") on delete cascade;`);
    this.addSql(`alter table "question" add constraint "question_criterion_id_foreign" foreign key ("criterion_id") references "criterion" ("id");`);
    this.addSql(`alter table "question" add constraint "question_state_check" check ("state" in ('OPEN', 'ANSWERED', 'CLOSED'));`);

    this.addSql(`alter table "double_check" add constraint "double_check_sample_id_foreign" foreign key ("sample_id") references "check_sample" ("id");`);
    this.addSql(`alter table "double_check" add constraint "double_check_audit_id_foreign" foreign key ("audit_id") references "audit" ("id") on delete cascade;`);

    this.addSql(`alter table "correction" add constraint "correction_audit_id_foreign" foreign key ("audit_id") references "audit" ("id") on delete cascade;`);
    this.addSql(`alter table "correction" add constraint "correction_criterion_id_foreign" foreign key ("criterion_id") references "criterion" ("id");`);
    this.addSql(`alter table "correction" add constraint "correction_motive_check" check ("motive" in ('MISTYPED', 'MISREAD', 'EVIDENCE', 'CLOCK', 'ANSWERED', 'OTHER'));`);

    for (const noun of ['question', 'correction', 'check_sample', 'double_check']) {
      const tell = `for each statement execute function public.record_change('${noun}')`;
      this.addSql(`create trigger ${noun}_inserted after insert on "${noun}" referencing new table as after_rows ${tell};`);
      this.addSql(`create trigger ${noun}_updated after update on "${noun}"
        referencing old table as before_rows new table as after_rows ${tell};`);
      this.addSql(`create trigger ${noun}_deleted after delete on "${noun}" referencing old table as before_rows ${tell};`);
    }
    this.addSql(`create trigger correction_kept before update on "correction"
      for each statement execute function public.refuse_change();`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "double_check" drop constraint "double_check_sample_id_foreign";`);

    this.addSql(`drop table if exists "check_sample" cascade;`);
    this.addSql(`drop table if exists "question" cascade;`);
    this.addSql(`drop table if exists "double_check" cascade;`);
    this.addSql(`drop table if exists "correction" cascade;`);
  }

}
