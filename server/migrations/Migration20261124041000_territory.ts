import { Migration } from '@mikro-orm/migrations';

const nouns = ['structure_alias', 'structure_distinction'];

/** What is kept of a structure that was merged into another, and the pairs that people have said to be two bodies. */
export class Migration20261124041000_territory extends Migration {
  override name = 'Migration20261124041000_territory';

  override up(): void {
    this.addSql(`create table "structure_alias" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "structure_id" uuid not null, "former_id" uuid not null, "reference" text not null, "name" text not null, "siren" text null, "moved" jsonb not null, primary key ("id"));`);
    this.addSql(`create index "structure_alias_structure_id_index" on "structure_alias" ("structure_id");`);
    this.addSql(`create index "structure_alias_former_id_index" on "structure_alias" ("former_id");`);
    this.addSql(`alter table "structure_alias" add constraint "structure_alias_once" unique ("reference");`);

    this.addSql(`create table "structure_distinction" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "one_id" uuid not null, "other_id" uuid not null, primary key ("id"));`);
    this.addSql(`create index "structure_distinction_other_id_index" on "structure_distinction" ("other_id");`);
    this.addSql(`alter table "structure_distinction" add constraint "structure_distinction_once" unique ("one_id", "other_id");`);

    this.addSql(`alter table "structure_alias" add constraint "structure_alias_structure_id_foreign" foreign key ("structure_id") references "structure" ("id") on delete cascade;`);
    this.addSql(`alter table "structure_distinction" add constraint "structure_distinction_one_id_foreign" foreign key ("one_id") references "structure" ("id") on delete cascade;`);
    this.addSql(`alter table "structure_distinction" add constraint "structure_distinction_other_id_foreign" foreign key ("other_id") references "structure" ("id") on delete cascade;`);

    for (const noun of nouns) {
      const tell = `for each statement execute function public.record_change('${noun}')`;
      this.addSql(`create trigger ${noun}_inserted after insert on "${noun}" referencing new table as after_rows ${tell};`);
      this.addSql(`create trigger ${noun}_updated after update on "${noun}"
        referencing old table as before_rows new table as after_rows ${tell};`);
      this.addSql(`create trigger ${noun}_deleted after delete on "${noun}" referencing old table as before_rows ${tell};`);
    }
  }
}
