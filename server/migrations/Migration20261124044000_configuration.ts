import { Migration } from '@mikro-orm/migrations';

const nouns = ['phase_move', 'extension'];
const phases = `'PREPARATION', 'REGISTRATION', 'FIELDWORK', 'CONTROL', 'CONTRADICTORY', 'DELIBERATION', 'EMBARGO', 'PUBLISHED', 'ARCHIVED'`;

/** Phases keep a log, deadlines that were extended their original day; dates may move an edition by themselves. */
export class Migration20261124044000_configuration extends Migration {
  override name = 'Migration20261124044000_configuration';

  override up(): void {
    this.addSql(`alter table "edition" add "contradictory_from" date null, add "contradictory_to" date null, add "dates_drive" boolean not null default false;`);

    this.addSql(`create table "phase_move" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default clock_timestamp(), "version" int not null default 1, "edition_id" uuid not null, "from_phase" text not null, "to_phase" text not null, "motive" text null, "by_date" boolean not null default false, "actor_id" text null, primary key ("id"));`);
    this.addSql(`create index "phase_move_edition_id_index" on "phase_move" ("edition_id");`);
    this.addSql(`alter table "phase_move" add constraint "phase_move_edition_id_foreign" foreign key ("edition_id") references "edition" ("id");`);
    this.addSql(`alter table "phase_move" add constraint "phase_move_from_phase_check" check ("from_phase" in (${phases}));`);
    this.addSql(`alter table "phase_move" add constraint "phase_move_to_phase_check" check ("to_phase" in (${phases}));`);

    this.addSql(`create table "extension" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "edition_id" uuid not null, "deadline" text not null, "from_day" date not null, "to_day" date not null, "motive" text not null, "actor_id" text null, primary key ("id"));`);
    this.addSql(`create index "extension_edition_id_index" on "extension" ("edition_id");`);
    this.addSql(`alter table "extension" add constraint "extension_edition_id_foreign" foreign key ("edition_id") references "edition" ("id");`);
    this.addSql(`alter table "extension" add constraint "extension_deadline_check" check ("deadline" in ('REGISTRATION_TO', 'FIELDWORK_TO', 'ANSWERS_UNTIL', 'CONTRADICTORY_TO'));`);
    this.addSql(`alter table "extension" add constraint "extension_later" check (to_day > from_day);`);

    // The moves there were before this log are in the journal.
    this.addSql(`insert into "phase_move" ("created_at", "edition_id", "from_phase", "to_phase", "motive", "actor_id")
      select c.at, e.id, c.before->>'phase', c.after->>'phase', c.after->>'phase_motive', c.actor_id
      from "change" c join "edition" e on e.id::text = c.record_id
      where c.noun = 'edition' and c.before ? 'phase' and c.after ? 'phase' order by c.id;`);

    for (const noun of nouns) {
      const tell = `for each statement execute function public.record_change('${noun}')`;
      this.addSql(`create trigger ${noun}_inserted after insert on "${noun}" referencing new table as after_rows ${tell};`);
      this.addSql(`create trigger ${noun}_updated after update on "${noun}"
        referencing old table as before_rows new table as after_rows ${tell};`);
      this.addSql(`create trigger ${noun}_deleted after delete on "${noun}" referencing old table as before_rows ${tell};`);
    }
  }
}
