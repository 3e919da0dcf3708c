import { Migration } from '@mikro-orm/migrations';

/** Under which conditions figures are told becomes a setting of each edition, published with its versions. */
export class Migration20261130095710_threshold extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table "edition" add "fewest_contributors" smallint not null default 5, add "largest_share" numeric not null default '0.85';`,
    );
    this.addSql(
      `alter table "edition" add constraint "edition_largest_share" check (largest_share >= 0.5 and largest_share <= 1);`,
    );
    this.addSql(
      `alter table "edition" add constraint "edition_fewest_contributors" check (fewest_contributors >= 3 and fewest_contributors <= 1000);`,
    );
    // Null in the versions that exist: their hash stays what was signed.
    this.addSql('alter table published.dataset add column largest_share numeric;');
  }
}
