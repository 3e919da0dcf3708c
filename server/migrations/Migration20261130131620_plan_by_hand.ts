import { Migration } from '@mikro-orm/migrations';

export class Migration20261130131620_plan_by_hand extends Migration {

  override name = 'Migration20261130131620_plan_by_hand';

  override up(): void | Promise<void> {
    this.addSql(`alter table "plan_rules" add "prices" jsonb not null default '[]', add "budget" int null;`);

    this.addSql(`alter table "assignment" add "hand_reason" text null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "assignment" drop column "hand_reason";`);

    this.addSql(`alter table "plan_rules" drop column "prices", drop column "budget";`);
  }

}
