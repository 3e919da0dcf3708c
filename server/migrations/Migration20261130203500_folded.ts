import { Migration } from '@mikro-orm/migrations';

/** What people mean by the same letters: "evreux" finds « Évreux », "d'Escalieres" finds « d’Escalières ». */
export class Migration20261130203500_folded extends Migration {

  override name = 'Migration20261130203500_folded';

  override up(): void | Promise<void> {
    this.addSql(`create function public.folded(text) returns text
      language sql immutable strict parallel safe
      return regexp_replace(normalize(replace(replace(replace(lower($1), '’', ''''), 'œ', 'oe'), 'æ', 'ae'), nfd),
        '[\\u0300-\\u036f]', '', 'g');`);
  }

}
