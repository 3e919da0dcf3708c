import { Migration } from '@mikro-orm/migrations';

/** Of what was observed on one criterion, some may no longer count. */
export class Migration20261130130412_claim_partly extends Migration {

  override name = 'Migration20261130130412_claim_partly';

  override up(): void | Promise<void> {
    this.addSql(`alter table "claim_point" drop constraint "claim_point_verdict_check";`);
    this.addSql(`alter table "claim_point" add constraint "claim_point_verdict_check" check ("verdict" in ('ACCEPTED', 'PARTLY', 'REFUSED'));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "claim_point" drop constraint "claim_point_verdict_check";`);
    this.addSql(`alter table "claim_point" add constraint "claim_point_verdict_check" check ("verdict" in ('ACCEPTED', 'REFUSED'));`);
  }

}
