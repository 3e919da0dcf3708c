import { Migration } from '@mikro-orm/migrations';

/** What is published is read by anyone: an access no longer names editions nor categories it would be limited to. */
export class Migration20261130104800_access_scope extends Migration {
  override async up(): Promise<void> {
    this.addSql(`update "partner_access" set scope = jsonb_build_object('embargo', scope -> 'embargo'),
      wanted = jsonb_build_object('embargo', wanted -> 'embargo');`);
  }
}
