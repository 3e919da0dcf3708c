import { Migration } from '@mikro-orm/migrations';

/** Staff may announce when an edition will be released: a public fact of its own, beside the versions. */
export class Migration20261130101506_announcement extends Migration {
  override async up(): Promise<void> {
    this.addSql('alter table "release" add "announced" boolean not null default false;');
    this.addSql('create table published.announcement (year smallint primary key, release_at timestamptz not null);');
    this.addSql('grant select on published.announcement to published_reader;');
    // Whoever keeps answers is told, as of a version.
    this.addSql(`create trigger announcement_told after insert or update or delete on published.announcement
      for each statement execute function published.tell_release();`);
  }
}
