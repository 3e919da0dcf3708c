import { Migration } from '@mikro-orm/migrations';

const nouns = ['contact', 'registration_form', 'registration', 'invitation'];
const stored = `"id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1`;

/** The same as `stratumOf` of `enrolment/stratum.rules.ts`. */
const stratumOf = (population: string) => `s.kind || '.' || case
  when ${population} is null then 'unknown' when ${population} < 2000 then '0' when ${population} < 10000 then '2000'
  when ${population} < 20000 then '10000' when ${population} < 50000 then '20000'
  when ${population} < 100000 then '50000' else '100000' end`;

/**
 * An enrolment has a life: invited, begun, submitted, confirmed, withdrawn. Those made before were all confirmed. Its
 * stratum is frozen with its population, by the database itself so that no path can forget to.
 */
export class Migration20261124048000_enrolment extends Migration {
  override name = 'Migration20261124048000_enrolment';

  override up(): void {
    this.addSql(`create table "contact" (${stored}, "structure_id" uuid not null, "name" text not null, "role" text null, "email" text null, "phone" text null, "note" text null, primary key ("id"));`);
    this.addSql(`create index "contact_structure_id_index" on "contact" ("structure_id");`);
    this.addSql(`alter table "contact" add constraint "contact_structure_id_foreign" foreign key ("structure_id") references "structure" ("id") on delete cascade;`);

    this.addSql(`create table "registration_form" (${stored}, "edition_id" uuid not null, "revision" smallint not null default 1, "conditions" jsonb not null default '[]', "partners" jsonb not null default '[]', "reply_to" text null, primary key ("id"));`);
    this.addSql(`alter table "registration_form" add constraint "registration_form_once" unique ("edition_id");`);
    this.addSql(`alter table "registration_form" add constraint "registration_form_edition_id_foreign" foreign key ("edition_id") references "edition" ("id");`);

    this.addSql(`alter table "enrolment" add "state" text not null default 'CONFIRMED', add "state_motive" text null, add "state_at" timestamptz null, add "state_by" text null, add "stratum" text null, add "certified_until" jsonb not null default '[]', add "consents" jsonb not null default '[]';`);
    this.addSql(`alter table "enrolment" add constraint "enrolment_state_check" check ("state" in ('INVITED', 'DRAFT', 'SUBMITTED', 'CONFIRMED', 'WITHDRAWN'));`);

    this.addSql(`create table "registration" (${stored}, "enrolment_id" uuid not null, "answers" jsonb not null default '{}', "accepted" jsonb not null default '[]', "remarks" jsonb not null default '[]', "saved_at" timestamptz null, "submitted_at" timestamptz null, "submitted_by" text null, "returned_motive" text null, primary key ("id"));`);
    this.addSql(`alter table "registration" add constraint "registration_once" unique ("enrolment_id");`);
    this.addSql(`alter table "registration" add constraint "registration_enrolment_id_foreign" foreign key ("enrolment_id") references "enrolment" ("id") on delete cascade;`);

    this.addSql(`create table "invitation" (${stored}, "enrolment_id" uuid not null, "recipient" text not null, "seed" text not null, "token_hash" text not null, "sent_at" timestamptz not null, "expires_at" timestamptz not null, "opened_at" timestamptz null, "revoked_at" timestamptz null, "reminded_on" date null, "reminders" smallint not null default 0, "keys" text[] not null, "code_hash" text null, "code_until" timestamptz null, "code_tries" smallint not null default 0, "codes_sent" smallint not null default 0, "codes_since" timestamptz null, primary key ("id"));`);
    this.addSql(`create index "invitation_enrolment_id_index" on "invitation" ("enrolment_id");`);
    this.addSql(`alter table "invitation" add constraint "invitation_token_once" unique ("token_hash");`);
    this.addSql(`alter table "invitation" add constraint "invitation_enrolment_id_foreign" foreign key ("enrolment_id") references "enrolment" ("id") on delete cascade;`);

    this.freezeStrata();
    for (const noun of nouns) {
      const tell = `for each statement execute function public.record_change('${noun}')`;
      this.addSql(`create trigger ${noun}_inserted after insert on "${noun}" referencing new table as after_rows ${tell};`);
      this.addSql(`create trigger ${noun}_updated after update on "${noun}"
        referencing old table as before_rows new table as after_rows ${tell};`);
      this.addSql(`create trigger ${noun}_deleted after delete on "${noun}" referencing old table as before_rows ${tell};`);
    }
  }

  private freezeStrata(): void {
    this.addSql(`create function freeze_stratum() returns trigger language plpgsql as $$
      begin
        new.stratum := (select ${stratumOf('new.population')} from public.structure s where s.id = new.structure_id);
        return new;
      end $$;`);
    this.addSql(`create trigger enrolment_stratum before insert on "enrolment"
      for each row when (new.stratum is null) execute function public.freeze_stratum();`);
    this.addSql(`update enrolment e set stratum = ${stratumOf('e.population')} from structure s where s.id = e.structure_id;`);
  }
}
