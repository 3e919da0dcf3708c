import { Migration } from '@mikro-orm/migrations';

/** A grid that is frozen changes by its next version; what becomes of each measurement is said, and stays. */
export class Migration20261124046000_grid_version extends Migration {

  override name = 'Migration20261124046000_grid_version';

  override up(): void {
    this.addSql(`alter table "grid" add "draft" boolean not null default false;`);

    this.addSql(`create table "grid_version" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "grid_id" uuid not null, "base_id" uuid not null, "fates" jsonb not null default '[]', "motive" text null, "adopted_at" timestamptz null, "adopted_by" text null, primary key ("id"));`);
    this.addSql(`alter table "grid_version" add constraint "grid_version_once" unique ("grid_id");`);

    this.addSql(`create table "criterion_fate" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "grid_id" uuid not null, "source_id" uuid null, "channel_id" uuid null, "target_id" uuid null, "answers" jsonb null, "times" int null, "per" int null, "absence" text null, "conditions" jsonb null, primary key ("id"));`);
    this.addSql(`alter table "criterion_fate" add constraint "criterion_fate_absence_once" unique ("grid_id", "channel_id", "target_id");`);
    this.addSql(`alter table "criterion_fate" add constraint "criterion_fate_source_once" unique ("grid_id", "source_id");`);

    this.addSql(`alter table "grid_version" add constraint "grid_version_grid_id_foreign" foreign key ("grid_id") references "grid" ("id") on delete cascade;`);
    this.addSql(`alter table "grid_version" add constraint "grid_version_base_id_foreign" foreign key ("base_id") references "grid" ("id");`);
    this.addSql(`alter table "grid_version" add constraint "grid_version_adopted_whole" check (num_nonnulls(motive, adopted_at, adopted_by) in (0, 3));`);

    this.addSql(`alter table "criterion_fate" add constraint "criterion_fate_grid_id_foreign" foreign key ("grid_id") references "grid" ("id");`);
    this.addSql(`alter table "criterion_fate" add constraint "criterion_fate_source_id_foreign" foreign key ("source_id") references "criterion" ("id") on delete no action;`);
    this.addSql(`alter table "criterion_fate" add constraint "criterion_fate_channel_id_foreign" foreign key ("channel_id") references "channel" ("id") on delete no action;`);
    this.addSql(`alter table "criterion_fate" add constraint "criterion_fate_target_id_foreign" foreign key ("target_id") references "criterion" ("id") on delete no action;`);
    this.addSql(`alter table "criterion_fate" add constraint "criterion_fate_absence_check" check ("absence" in ('NOT_APPLICABLE', 'NOT_OBSERVED'));`);
    this.addSql(`alter table "criterion_fate" add constraint "criterion_fate_of_a_measurement_or_of_none" check (case when channel_id is null then source_id is not null and absence is null else source_id is null and num_nonnulls(target_id, absence) = 2 end);`);

    for (const noun of ['grid_version', 'criterion_fate']) {
      const tell = `for each statement execute function public.record_change('${noun}')`;
      this.addSql(`create trigger ${noun}_inserted after insert on "${noun}" referencing new table as after_rows ${tell};`);
      this.addSql(`create trigger ${noun}_updated after update on "${noun}"
        referencing old table as before_rows new table as after_rows ${tell};`);
      this.addSql(`create trigger ${noun}_deleted after delete on "${noun}" referencing old table as before_rows ${tell};`);
    }
    this.addSql(`create trigger criterion_fate_is_final before update or delete or truncate on "criterion_fate"
      for each statement execute function public.refuse_change();`);
  }
}
