import { Migration } from '@mikro-orm/migrations';

const nouns = [
  ...['edition', 'category', 'figure', 'structure', 'grid', 'channel', 'journey_step', 'criterion', 'frame', 'clause'],
  ...['indicator', 'enrolment', 'audit', 'measurement', 'score_run', 'score', 'indicator_value'],
  ...['trophy', 'laureate', 'decision', 'dataset', 'upload', 'mail'],
];

/** The history is written by the database itself, one statement at a time, so that no path can forget to. */
export class Migration20261123220000_history extends Migration {
  override name = 'Migration20261123220000_history';

  override up(): void {
    this.addSql(`create function record_change() returns trigger language plpgsql as $$
      declare
        who text := nullif(current_setting('barometre.actor', true), '');
        noun text := tg_argv[0];
        left_out text[] := array['version', 'created_at', 'updatedAt', 'content', 'body'];
      begin
        if tg_op = 'INSERT' then
          insert into public.change (actor_id, noun, record_id, before, after)
          select who, noun, r->>'id', null, r - left_out from (select to_jsonb(a) as r from after_rows a) rows;
        elsif tg_op = 'DELETE' then
          insert into public.change (actor_id, noun, record_id, before, after)
          select who, noun, r->>'id', r - left_out, null from (select to_jsonb(b) as r from before_rows b) rows;
        else
          insert into public.change (actor_id, noun, record_id, before, after)
          select who, noun, o->>'id', changed.before, changed.after
          from (select to_jsonb(b) - left_out as o, to_jsonb(a) - left_out as n from before_rows b join after_rows a using (id)) rows,
            lateral (
              select jsonb_object_agg(key, o->key) as before, jsonb_object_agg(key, n->key) as after
              from jsonb_object_keys(n) as key where o->key is distinct from n->key
            ) changed
          where changed.after is not null;
        end if;
        return null;
      end $$;`);
    for (const noun of nouns) {
      const tell = `for each statement execute function public.record_change('${noun}')`;
      this.addSql(`create trigger ${noun}_inserted after insert on "${noun}" referencing new table as after_rows ${tell};`);
      this.addSql(`create trigger ${noun}_updated after update on "${noun}"
        referencing old table as before_rows new table as after_rows ${tell};`);
      this.addSql(`create trigger ${noun}_deleted after delete on "${noun}" referencing old table as before_rows ${tell};`);
    }
    this.addSql(`create function refuse_change() returns trigger language plpgsql as $$
      begin raise exception 'Nothing changes or removes a line of %.', tg_table_name; end $$;`);
    for (const final of ['change', 'decision', 'score_run', 'score', 'indicator_value', 'dataset'])
      this.addSql(`create trigger ${final}_is_final before update or delete or truncate on "${final}"
        for each statement execute function public.refuse_change();`);
  }
}
