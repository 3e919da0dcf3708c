import { Migration } from '@mikro-orm/migrations';

/**
 * Means are read as their edition is and by their value, of one scope and one measure: either order is an index, so that a
 * page takes as long among a hundred editions as in one.
 */
export class Migration20261130133500_mean_orders extends Migration {
  override async up(): Promise<void> {
    this.addSql('create index mean_reading on published.mean (version, scope, position, code);');
    this.addSql(`create index mean_by_value on published.mean
      (version, scope, measure, value desc nulls last, position desc, code desc);`);
  }
}
