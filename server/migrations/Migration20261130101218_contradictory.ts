import { Migration } from '@mikro-orm/migrations';

/** What structures are shown before results are final, what they contest, and observations that no longer count. */
export class Migration20261130101218_contradictory extends Migration {

  override name = 'Migration20261130101218_contradictory';

  override up(): void {
    this.addSql(`create table "provisional" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "edition_id" uuid not null, "enrolment_id" uuid not null, "score_run_id" uuid not null, "shown" jsonb not null, "recipient" text null, "seed" text null, "token_hash" text null, "sent_at" timestamptz null, "reminded_on" date null, primary key ("id"));`);
    this.addSql(`create index "provisional_edition_id_index" on "provisional" ("edition_id");`);
    this.addSql(`alter table "provisional" add constraint "provisional_once" unique ("enrolment_id");`);
    this.addSql(`alter table "provisional" add constraint "provisional_token_once" unique ("token_hash");`);

    this.addSql(`create table "provisional_read" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "provisional_id" uuid not null, "means" text not null, "reader" text not null, "at" timestamptz not null, primary key ("id"));`);
    this.addSql(`create index "provisional_read_provisional_id_index" on "provisional_read" ("provisional_id");`);

    this.addSql(`create table "claim" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "provisional_id" uuid not null, "state" text not null default 'DRAFT', "author_name" text not null, "author_id" uuid null, "saved_at" timestamptz not null, "submitted_at" timestamptz null, "decided_at" timestamptz null, "decided_by_name" text null, "decided_by_id" uuid null, "reply" text null, primary key ("id"));`);
    this.addSql(`create index "claim_provisional_id_index" on "claim" ("provisional_id");`);

    this.addSql(`create table "claim_point" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "claim_id" uuid not null, "criterion_id" uuid not null, "position" smallint not null, "statement" text not null, "verdict" text null, "reason" text null, primary key ("id"));`);
    this.addSql(`create index "claim_point_criterion_id_index" on "claim_point" ("criterion_id");`);
    this.addSql(`alter table "claim_point" add constraint "claim_point_once" unique ("claim_id", "criterion_id");`);

    this.addSql(`create table "neutralisation" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "edition_id" uuid not null, "measurement_id" uuid not null, "motive" text not null, "point_id" uuid not null, primary key ("id"));`);
    this.addSql(`create index "neutralisation_edition_id_index" on "neutralisation" ("edition_id");`);
    this.addSql(`alter table "neutralisation" add constraint "neutralisation_once" unique ("measurement_id");`);

    this.addSql(`alter table "edition" add "contradictory_days" smallint not null default 31;`);
    this.addSql(`alter table "edition" add constraint "edition_contradictory_days" check (contradictory_days >= 1 and contradictory_days <= 365);`);

    this.addSql(`alter table "provisional" add constraint "provisional_edition_id_foreign" foreign key ("edition_id") references "edition" ("id");`);
    this.addSql(`alter table "provisional" add constraint "provisional_enrolment_id_foreign" foreign key ("enrolment_id") references "enrolment" ("id") on delete no action;`);
    this.addSql(`alter table "provisional" add constraint "provisional_score_run_id_foreign" foreign key ("score_run_id") references "score_run" ("id") on delete no action;`);

    this.addSql(`alter table "provisional_read" add constraint "provisional_read_provisional_id_foreign" foreign key ("provisional_id") references "provisional" ("id") on delete no action;`);
    this.addSql(`alter table "provisional_read" add constraint "provisional_read_means_check" check ("means" in ('LINK', 'SPACE'));`);

    this.addSql(`alter table "claim" add constraint "claim_provisional_id_foreign" foreign key ("provisional_id") references "provisional" ("id") on delete no action;`);
    this.addSql(`alter table "claim" add constraint "claim_decided" check ((state = 'DECIDED') = (reply is not null and decided_at is not null));`);
    this.addSql(`alter table "claim" add constraint "claim_state_check" check ("state" in ('DRAFT', 'SUBMITTED', 'WITHDRAWN', 'DECIDED'));`);

    this.addSql(`alter table "claim_point" add constraint "claim_point_claim_id_foreign" foreign key ("claim_id") references "claim" ("id") on delete cascade;`);
    this.addSql(`alter table "claim_point" add constraint "claim_point_criterion_id_foreign" foreign key ("criterion_id") references "criterion" ("id") on delete no action;`);
    this.addSql(`alter table "claim_point" add constraint "claim_point_ruled" check ((verdict is null) = (reason is null));`);
    this.addSql(`alter table "claim_point" add constraint "claim_point_verdict_check" check ("verdict" in ('ACCEPTED', 'REFUSED'));`);

    this.addSql(`alter table "neutralisation" add constraint "neutralisation_edition_id_foreign" foreign key ("edition_id") references "edition" ("id");`);
    this.addSql(`alter table "neutralisation" add constraint "neutralisation_measurement_id_foreign" foreign key ("measurement_id") references "measurement" ("id") on delete no action;`);
    this.watch();
  }

  /** Each noun goes into the history; what was read, neutralised or shown stays as it is. */
  private watch(): void {
    for (const noun of ['provisional', 'provisional_read', 'claim', 'claim_point', 'neutralisation']) {
      const tell = `for each statement execute function public.record_change('${noun}')`;
      this.addSql(`create trigger ${noun}_inserted after insert on "${noun}" referencing new table as after_rows ${tell};`);
      this.addSql(`create trigger ${noun}_updated after update on "${noun}"
        referencing old table as before_rows new table as after_rows ${tell};`);
      this.addSql(`create trigger ${noun}_deleted after delete on "${noun}" referencing old table as before_rows ${tell};`);
    }
    for (const final of ['provisional_read', 'neutralisation'])
      this.addSql(`create trigger ${final}_is_final before update or delete or truncate on "${final}"
        for each statement execute function public.refuse_change();`);
    this.addSql(`create trigger provisional_shown_is_final before update of "shown", "score_run_id", "enrolment_id" on "provisional"
      for each statement execute function public.refuse_change();`);
  }

  override down(): void {
    this.addSql(`drop table "claim_point", "claim", "neutralisation", "provisional_read", "provisional";`);
    this.addSql(`alter table "edition" drop constraint "edition_contradictory_days";`);
    this.addSql(`alter table "edition" drop column "contradictory_days";`);
  }
}
