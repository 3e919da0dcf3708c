import { Migration } from '@mikro-orm/migrations';

export class Migration20261130193003_import_guard extends Migration {

  override name = 'Migration20261130193003_import_guard';

  override up(): void | Promise<void> {
    this.addSql(`alter table "import_run" add "passages" jsonb not null default '[]';`);

    this.addSql(`alter table "audit" add "agency" text null;`);
    // Whose code it was nobody said: one agency, as it was held to be.
    this.addSql(`update "audit" set "agency" = 'non précisée' where "auditor_code" is not null;`);
    this.addSql(`alter table "audit" add constraint "audit_code_of_an_agency" check (auditor_code is null or agency is not null);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "audit" drop constraint "audit_code_of_an_agency";`);
    this.addSql(`alter table "audit" drop column "agency";`);

    this.addSql(`alter table "import_run" drop column "passages";`);
  }

}
