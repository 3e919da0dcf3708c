import { Migration } from '@mikro-orm/migrations';

export class Migration20261130161107_agency_pace extends Migration {

  override name = 'Migration20261130161107_agency_pace';

  override up(): void | Promise<void> {
    this.addSql(`alter table "audit" add "auditor_code" text null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "audit" drop column "auditor_code";`);
  }

}
