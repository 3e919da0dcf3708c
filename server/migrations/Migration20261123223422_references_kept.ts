import { Migration } from '@mikro-orm/migrations';

/** What is referred to cannot be removed: it used to leave a hole (a site without its body, a trophy without its category). */
export class Migration20261123223422_references_kept extends Migration {
  override name = 'Migration20261123223422_references_kept';

  override up(): void | Promise<void> {
    this.addSql(`alter table "indicator_value" drop constraint "indicator_value_category_id_foreign";`);
    this.addSql(`alter table "structure" drop constraint "structure_parent_id_foreign";`);
    this.addSql(`alter table "score" drop constraint "score_channel_id_foreign";`);
    this.addSql(`alter table "score" drop constraint "score_criterion_id_foreign";`);
    this.addSql(`alter table "trophy" drop constraint "trophy_category_id_foreign";`);
    this.addSql(`alter table "audit" drop constraint "audit_upload_id_foreign";`);
    this.addSql(`alter table "indicator_value" add constraint "indicator_value_category_id_foreign" foreign key ("category_id") references "category" ("id") on delete no action;`);
    this.addSql(`alter table "structure" add constraint "structure_parent_id_foreign" foreign key ("parent_id") references "structure" ("id") on delete no action;`);
    this.addSql(`alter table "score" add constraint "score_channel_id_foreign" foreign key ("channel_id") references "channel" ("id") on delete no action;`);
    this.addSql(`alter table "score" add constraint "score_criterion_id_foreign" foreign key ("criterion_id") references "criterion" ("id") on delete no action;`);
    this.addSql(`alter table "trophy" add constraint "trophy_category_id_foreign" foreign key ("category_id") references "category" ("id") on delete no action;`);
    this.addSql(`alter table "audit" add constraint "audit_upload_id_foreign" foreign key ("upload_id") references "upload" ("id") on delete no action;`);
  }
}
