import { Migration } from '@mikro-orm/migrations';

/** The day a structure registered, which may be before the day it was recorded here. */
export class Migration20261124049000_enrolled_on extends Migration {
  override name = 'Migration20261124049000_enrolled_on';

  override up(): void {
    this.addSql('alter table "enrolment" add column "enrolled_on" date null;');
  }
}
