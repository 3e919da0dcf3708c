import { Migration } from '@mikro-orm/migrations';

/** What every award obeys, of a category or of a special prize. */
const award = [
  `"tie_rule" text not null default 'SHARED'`,
  `"tie_channel" text null`,
  `"most_laureates" smallint null`,
  `"may_be_withheld" boolean not null default true`,
  `"mention_allowed" boolean not null default true`,
];
const channels = `'RECEPTION', 'PHONE', 'EMAIL', 'LETTER', 'WEBSITE', 'SOCIAL'`;

/** Categories as rules over kind, population and territory; placements by hand; special prizes; rehearsals. */
export class Migration20261124047000_category_rule extends Migration {

  override name = 'Migration20261124047000_category_rule';

  override up(): void {
    this.addSql(`alter table "category" ${award.map((column) => `add ${column}`).join(', ')}, add "census_year" smallint null, add "territory" text not null default 'IN', add "department_codes" text[] not null default '{}', add "region_codes" text[] not null default '{}';`);
    this.addSql(`alter table "category" alter column "department_codes" drop default, alter column "region_codes" drop default;`);

    this.addSql(`create table "special_prize" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "award_field" smallint not null default 3, "award_minimum" numeric null, ${award.join(', ')}, "edition_id" uuid not null, "code" text not null, "label" text not null, "position" smallint not null default 0, "rewards" text null, "category_codes" text[] not null, "basis" text not null default 'OVERALL', "channel" text null, "criteria" text[] not null, primary key ("id"));`);
    this.addSql(`alter table "special_prize" add constraint "special_prize_code_once" unique ("edition_id", "code");`);

    this.addSql(`create table "placement" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "edition_id" uuid not null, "structure_id" uuid not null, "category_id" uuid not null, "motive" text not null, "placed_by" text null, primary key ("id"));`);
    this.addSql(`create index "placement_category_id_index" on "placement" ("category_id");`);
    this.addSql(`alter table "placement" add constraint "placement_once" unique ("edition_id", "structure_id");`);

    this.addSql(`create table "dress_rehearsal" ("id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1, "edition_id" uuid not null, "place" text not null default 'rehearsal', "seed" int not null, "structures_each" smallint not null, "tested" boolean not null default true, "built_on" text not null, "guests" text[] not null, "started_by" text null, "wiped_at" timestamptz null, "wiped_by" text null, "counts" jsonb null, primary key ("id"));`);
    this.addSql(`create index "dress_rehearsal_edition_id_index" on "dress_rehearsal" ("edition_id");`);
    this.addSql(`create unique index "dress_rehearsal_one" on "dress_rehearsal" ("place") where wiped_at is null;`);

    this.addSql(`alter table "enrolment" add "category_motive" text null;`);

    this.addSql(`alter table "trophy" add "prize_id" uuid null;`);
    this.addSql(`drop index "trophy_once";`);
    this.addSql(`create unique index "trophy_once" on "trophy" ("edition_id", "category_id", "prize_id") nulls not distinct;`);

    for (const table of ['category', 'special_prize']) {
      this.addSql(`alter table "${table}" add constraint "${table}_tie_rule_check" check ("tie_rule" in ('SHARED', 'JURY', 'CHANNEL'));`);
      this.addSql(`alter table "${table}" add constraint "${table}_tie_channel_check" check ("tie_channel" in (${channels}));`);
      this.addSql(`alter table "${table}" add constraint "${table}_tie_channel_named" check ((tie_rule = 'CHANNEL') = (tie_channel is not null));`);
      this.addSql(`alter table "${table}" add constraint "${table}_most_laureates_positive" check (most_laureates >= 1);`);
    }
    this.addSql(`alter table "category" add constraint "category_territory_check" check ("territory" in ('IN', 'OUT'));`);
    this.addSql(`alter table "category" add constraint "category_census_after_population" check (census_year is null or population_from is not null or population_below is not null);`);

    this.addSql(`alter table "special_prize" add constraint "special_prize_edition_id_foreign" foreign key ("edition_id") references "edition" ("id");`);
    this.addSql(`alter table "special_prize" add constraint "special_prize_award_field_positive" check (award_field >= 1);`);
    this.addSql(`alter table "special_prize" add constraint "special_prize_award_minimum_on_100" check (award_minimum >= 0 and award_minimum <= 100);`);
    this.addSql(`alter table "special_prize" add constraint "special_prize_basis_check" check ("basis" in ('OVERALL', 'CHANNEL', 'DETERMINANT', 'FREE'));`);
    this.addSql(`alter table "special_prize" add constraint "special_prize_channel_check" check ("channel" in (${channels}));`);
    this.addSql(`alter table "special_prize" add constraint "special_prize_channel_named" check ((basis = 'CHANNEL') = (channel is not null));`);
    this.addSql(`alter table "special_prize" add constraint "special_prize_criteria_named" check ((basis = 'DETERMINANT') = (cardinality(criteria) > 0));`);

    this.addSql(`alter table "placement" add constraint "placement_edition_id_foreign" foreign key ("edition_id") references "edition" ("id");`);
    this.addSql(`alter table "placement" add constraint "placement_structure_id_foreign" foreign key ("structure_id") references "structure" ("id");`);
    this.addSql(`alter table "placement" add constraint "placement_category_id_foreign" foreign key ("category_id") references "category" ("id");`);
    this.addSql(`alter table "dress_rehearsal" add constraint "dress_rehearsal_edition_id_foreign" foreign key ("edition_id") references "edition" ("id");`);
    this.addSql(`alter table "trophy" add constraint "trophy_prize_id_foreign" foreign key ("prize_id") references "special_prize" ("id") on delete no action;`);
    this.addSql(`alter table "trophy" add constraint "trophy_of_one" check (category_id is null or prize_id is null);`);

    for (const noun of ['special_prize', 'placement', 'dress_rehearsal']) {
      const tell = `for each statement execute function public.record_change('${noun}')`;
      this.addSql(`create trigger ${noun}_inserted after insert on "${noun}" referencing new table as after_rows ${tell};`);
      this.addSql(`create trigger ${noun}_updated after update on "${noun}"
        referencing old table as before_rows new table as after_rows ${tell};`);
      this.addSql(`create trigger ${noun}_deleted after delete on "${noun}" referencing old table as before_rows ${tell};`);
    }
    this.publishPrizes();
  }

  /** The published world names the special prize of a trophy, beside the category of the others. */
  private publishPrizes(): void {
    this.addSql('alter table published.trophy add column prize_code text, add column prize_label text;');
    this.addSql(`do $$
      declare
        told text := pg_get_viewdef('published.edition'::regclass);
        before text := '''pointRemarquable'', t.point_remarquable';
        prize text := '''prize'', case when t.prize_code is not null then
          jsonb_build_object(''code'', t.prize_code, ''label'', t.prize_label) end, ';
      begin
        if position(before in told) = 0 then raise exception 'The view of editions is not what this migration expects.'; end if;
        execute 'create or replace view published.edition as ' || replace(told, before, prize || before);
      end $$;`);
  }
}
