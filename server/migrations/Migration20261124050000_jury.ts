import { Migration } from '@mikro-orm/migrations';

const stored = `"id" uuid not null default gen_random_uuid(), "created_at" timestamptz not null default now(), "version" int not null default 1`;
const nouns = [
  ...['panel', 'juror', 'mandate', 'affiliation', 'dismissal', 'recusal', 'candidate', 'point_remarquable'],
  ...['meeting', 'agenda_item', 'attendance', 'ballot', 'note', 'opinion'],
];

/** The jury: panels, what they decide on and by which rules, conflicts, meetings and sealed ballots, chained decisions. */
export class Migration20261124050000_jury extends Migration {
  override name = 'Migration20261124050000_jury';

  override up(): void {
    this.addSql(`create table "panel" (${stored}, "edition_id" uuid not null, "label" text not null, "terms" text not null, "meets_on" date null, "tie_years" smallint not null default 3, "second_factor" boolean not null default true, "deliberating" boolean not null default false, primary key ("id"));`);
    this.addSql(`create index "panel_edition_id_index" on "panel" ("edition_id");`);
    this.addSql(`alter table "panel" add constraint "panel_tie_years_positive" check (tie_years >= 0);`);

    this.addSql(`create table "juror" (${stored}, "panel_id" uuid not null, "account_id" uuid not null, "name" text not null, "email" text not null, "quality" text null, "office" text not null default 'MEMBER', "seed" text not null, "token_hash" text not null, "sent_at" timestamptz not null, "expires_at" timestamptz not null, "accepted_at" timestamptz null, "declined_at" timestamptz null, "ties_declared_at" timestamptz null, "ties_checked_at" timestamptz null, "ties_checked_by" text null, "left_at" timestamptz null, "motive" text null, "replaces_id" uuid null, "reminded_on" date null, "reminders" smallint not null default 0, primary key ("id"));`);
    this.addSql(`create index "juror_panel_id_index" on "juror" ("panel_id");`);
    this.addSql(`create index "juror_account_id_index" on "juror" ("account_id");`);
    this.addSql(`create unique index "juror_office_once" on "juror" ("panel_id", "office") where office in ('CHAIR', 'DEPUTY') and left_at is null and declined_at is null;`);
    this.addSql(`create unique index "juror_once" on "juror" ("panel_id", "account_id") where left_at is null and declined_at is null;`);
    this.addSql(`alter table "juror" add constraint "juror_token_once" unique ("token_hash");`);
    this.addSql(`alter table "juror" add constraint "juror_office_check" check ("office" in ('CHAIR', 'DEPUTY', 'SECRETARY', 'MEMBER'));`);

    this.addSql(`create table "mandate" (${stored}, "panel_id" uuid not null, "category_id" uuid null, "prize_id" uuid null, "mode" text not null default 'RATIFY', "quorum_share" text not null default '1/2', "quorum_strictly" boolean not null default false, "quorum_fewest" smallint not null default 3, "casting_vote" boolean not null default false, "short_list" smallint not null default 5, "names" text not null default 'SHOWN', "grades" text not null default 'SEVEN', "criteria" jsonb not null, "scale" smallint not null default 20, "may_omit" boolean not null default true, "frozen_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create index "mandate_panel_id_index" on "mandate" ("panel_id");`);
    this.addSql(`alter table "mandate" add constraint "mandate_prize_once" unique ("prize_id");`);
    this.addSql(`alter table "mandate" add constraint "mandate_category_once" unique ("category_id");`);
    this.addSql(`alter table "mandate" add constraint "mandate_short_list_positive" check (short_list >= 1);`);
    this.addSql(`alter table "mandate" add constraint "mandate_quorum_fewest_positive" check (quorum_fewest >= 1);`);
    this.addSql(`alter table "mandate" add constraint "mandate_of_one" check ((category_id is null) <> (prize_id is null));`);
    this.addSql(`alter table "mandate" add constraint "mandate_mode_check" check ("mode" in ('RATIFY', 'SCORE', 'RANK', 'MAJORITY_JUDGMENT'));`);
    this.addSql(`alter table "mandate" add constraint "mandate_names_check" check ("names" in ('SHOWN', 'ONCE_DECIDED'));`);
    this.addSql(`alter table "mandate" add constraint "mandate_grades_check" check ("grades" in ('SIX', 'SEVEN'));`);

    this.addSql(`create table "affiliation" (${stored}, "juror_id" uuid not null, "kind" text not null, "body_name" text not null, "structure_id" uuid null, "until" date null, "known" text not null default 'UNVERIFIED', "source" text null, primary key ("id"));`);
    this.addSql(`create index "affiliation_juror_id_index" on "affiliation" ("juror_id");`);
    this.addSql(`create index "affiliation_structure_id_index" on "affiliation" ("structure_id");`);
    this.addSql(`alter table "affiliation" add constraint "affiliation_kind_check" check ("kind" in ('EMPLOYER', 'ELECTED_OFFICE', 'PAST_EMPLOYER', 'SUPPLIER', 'AUDITED', 'CEREMONY_HOST', 'RELATIVE', 'OTHER'));`);
    this.addSql(`alter table "affiliation" add constraint "affiliation_known_check" check ("known" in ('VERIFIED', 'DECLARED', 'UNVERIFIED'));`);

    this.addSql(`create table "dismissal" (${stored}, "juror_id" uuid not null, "affiliation_id" uuid null, "structure_id" uuid not null, "motive" text not null, "dismissed_by" text not null, primary key ("id"));`);
    this.addSql(`create index "dismissal_affiliation_id_index" on "dismissal" ("affiliation_id");`);
    this.addSql(`create index "dismissal_structure_id_index" on "dismissal" ("structure_id");`);
    this.addSql(`create unique index "dismissal_once" on "dismissal" ("juror_id", "affiliation_id", "structure_id") nulls not distinct;`);

    this.addSql(`create table "recusal" (${stored}, "juror_id" uuid not null, "mandate_id" uuid not null, "motive" text not null, primary key ("id"));`);
    this.addSql(`create index "recusal_mandate_id_index" on "recusal" ("mandate_id");`);
    this.addSql(`create unique index "recusal_once" on "recusal" ("juror_id", "mandate_id");`);

    this.addSql(`create table "candidate" (${stored}, "mandate_id" uuid not null, "enrolment_id" uuid not null, "run_id" uuid not null, "code" text not null, "presentation" text null, "withdrawn_at" timestamptz null, "withdrawn_motive" text null, primary key ("id"));`);
    this.addSql(`create index "candidate_enrolment_id_index" on "candidate" ("enrolment_id");`);
    this.addSql(`alter table "candidate" add constraint "candidate_code_once" unique ("mandate_id", "code");`);
    this.addSql(`alter table "candidate" add constraint "candidate_once" unique ("mandate_id", "enrolment_id");`);

    this.addSql(`create table "point_remarquable" (${stored}, "trophy_id" uuid not null, "structure_id" uuid not null, "text" text not null, "evidence" jsonb not null, "author_id" text not null, "author_name" text not null, "approved_at" timestamptz null, "approved_by_name" text null, "consent" text not null default 'PENDING', "consent_by" text null, "consent_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create index "point_remarquable_structure_id_index" on "point_remarquable" ("structure_id");`);
    this.addSql(`alter table "point_remarquable" add constraint "point_once" unique ("trophy_id", "structure_id");`);
    this.addSql(`alter table "point_remarquable" add constraint "point_remarquable_consent_check" check ("consent" in ('PENDING', 'GIVEN', 'REFUSED'));`);

    this.addSql(`create table "meeting" (${stored}, "panel_id" uuid not null, "label" text not null, "place" text null, "starts_at" timestamptz not null, "opened_at" timestamptz null, "closed_at" timestamptz null, "present" text[] not null, primary key ("id"));`);
    this.addSql(`create index "meeting_panel_id_index" on "meeting" ("panel_id");`);

    this.addSql(`create table "agenda_item" (${stored}, "meeting_id" uuid not null, "mandate_id" uuid not null, "position" smallint not null, "round" smallint not null default 1, "state" text not null default 'PENDING', "mode" text not null, "again" boolean not null default false, "codes" text[] not null, "run_id" uuid null, "opened_at" timestamptz null, "counted_at" timestamptz null, "motion" jsonb null, "ballots" jsonb null, "count" jsonb null, "outcome" jsonb null, "casting" jsonb null, "dissents" jsonb not null, "void_motive" text null, "decision_id" uuid null, primary key ("id"));`);
    this.addSql(`create index "agenda_item_mandate_id_index" on "agenda_item" ("mandate_id");`);
    this.addSql(`create unique index "agenda_item_one_open" on "agenda_item" ("meeting_id") where state in ('OPEN', 'COUNTED');`);
    this.addSql(`alter table "agenda_item" add constraint "agenda_item_once" unique ("meeting_id", "mandate_id", "round");`);
    this.addSql(`alter table "agenda_item" add constraint "agenda_item_state_check" check ("state" in ('PENDING', 'OPEN', 'COUNTED', 'DECIDED', 'CONTINUED', 'VOID'));`);
    this.addSql(`alter table "agenda_item" add constraint "agenda_item_mode_check" check ("mode" in ('RATIFY', 'SCORE', 'RANK', 'MAJORITY_JUDGMENT'));`);

    this.addSql(`create table "attendance" (${stored}, "item_id" uuid not null, "juror_id" uuid not null, "state" text not null, "motive" text null, primary key ("id"));`);
    this.addSql(`create index "attendance_juror_id_index" on "attendance" ("juror_id");`);
    this.addSql(`alter table "attendance" add constraint "attendance_once" unique ("item_id", "juror_id");`);
    this.addSql(`alter table "attendance" add constraint "attendance_state_check" check ("state" in ('PRESENT', 'ABSENT', 'RECUSED'));`);

    this.addSql(`create table "ballot" (${stored}, "item_id" uuid not null, "juror_id" uuid not null, "content" text null, primary key ("id"));`);
    this.addSql(`create index "ballot_juror_id_index" on "ballot" ("juror_id");`);
    this.addSql(`alter table "ballot" add constraint "ballot_once" unique ("item_id", "juror_id");`);

    this.addSql(`create table "note" (${stored}, "juror_id" uuid not null, "candidate_id" uuid not null, "content" text not null, primary key ("id"));`);
    this.addSql(`create index "note_candidate_id_index" on "note" ("candidate_id");`);
    this.addSql(`alter table "note" add constraint "note_once" unique ("juror_id", "candidate_id");`);

    this.addSql(`create table "opinion" (${stored}, "juror_id" uuid not null, "candidate_id" uuid not null, "content" text not null, primary key ("id"));`);
    this.addSql(`create index "opinion_candidate_id_index" on "opinion" ("candidate_id");`);
    this.addSql(`alter table "opinion" add constraint "opinion_once" unique ("juror_id", "candidate_id");`);

    this.addSql(`alter table "panel" add constraint "panel_edition_id_foreign" foreign key ("edition_id") references "edition" ("id");`);
    this.addSql(`alter table "juror" add constraint "juror_panel_id_foreign" foreign key ("panel_id") references "panel" ("id");`);
    this.addSql(`alter table "juror" add constraint "juror_replaces_id_foreign" foreign key ("replaces_id") references "juror" ("id") on delete no action;`);
    this.addSql(`alter table "mandate" add constraint "mandate_panel_id_foreign" foreign key ("panel_id") references "panel" ("id");`);
    this.addSql(`alter table "mandate" add constraint "mandate_category_id_foreign" foreign key ("category_id") references "category" ("id") on delete no action;`);
    this.addSql(`alter table "mandate" add constraint "mandate_prize_id_foreign" foreign key ("prize_id") references "special_prize" ("id") on delete no action;`);
    this.addSql(`alter table "affiliation" add constraint "affiliation_juror_id_foreign" foreign key ("juror_id") references "juror" ("id");`);
    this.addSql(`alter table "affiliation" add constraint "affiliation_structure_id_foreign" foreign key ("structure_id") references "structure" ("id") on delete no action;`);
    this.addSql(`alter table "dismissal" add constraint "dismissal_juror_id_foreign" foreign key ("juror_id") references "juror" ("id");`);
    this.addSql(`alter table "dismissal" add constraint "dismissal_affiliation_id_foreign" foreign key ("affiliation_id") references "affiliation" ("id") on delete cascade;`);
    this.addSql(`alter table "dismissal" add constraint "dismissal_structure_id_foreign" foreign key ("structure_id") references "structure" ("id");`);
    this.addSql(`alter table "recusal" add constraint "recusal_juror_id_foreign" foreign key ("juror_id") references "juror" ("id");`);
    this.addSql(`alter table "recusal" add constraint "recusal_mandate_id_foreign" foreign key ("mandate_id") references "mandate" ("id");`);
    this.addSql(`alter table "candidate" add constraint "candidate_mandate_id_foreign" foreign key ("mandate_id") references "mandate" ("id") on delete cascade;`);
    this.addSql(`alter table "candidate" add constraint "candidate_enrolment_id_foreign" foreign key ("enrolment_id") references "enrolment" ("id");`);
    this.addSql(`alter table "candidate" add constraint "candidate_run_id_foreign" foreign key ("run_id") references "score_run" ("id");`);
    this.addSql(`alter table "point_remarquable" add constraint "point_remarquable_trophy_id_foreign" foreign key ("trophy_id") references "trophy" ("id");`);
    this.addSql(`alter table "point_remarquable" add constraint "point_remarquable_structure_id_foreign" foreign key ("structure_id") references "structure" ("id");`);
    this.addSql(`alter table "meeting" add constraint "meeting_panel_id_foreign" foreign key ("panel_id") references "panel" ("id");`);
    this.addSql(`alter table "agenda_item" add constraint "agenda_item_meeting_id_foreign" foreign key ("meeting_id") references "meeting" ("id");`);
    this.addSql(`alter table "agenda_item" add constraint "agenda_item_mandate_id_foreign" foreign key ("mandate_id") references "mandate" ("id");`);
    this.addSql(`alter table "agenda_item" add constraint "agenda_item_run_id_foreign" foreign key ("run_id") references "score_run" ("id") on delete no action;`);
    this.addSql(`alter table "agenda_item" add constraint "agenda_item_decision_id_foreign" foreign key ("decision_id") references "decision" ("id") on delete no action;`);
    this.addSql(`alter table "attendance" add constraint "attendance_item_id_foreign" foreign key ("item_id") references "agenda_item" ("id");`);
    this.addSql(`alter table "attendance" add constraint "attendance_juror_id_foreign" foreign key ("juror_id") references "juror" ("id");`);
    this.addSql(`alter table "ballot" add constraint "ballot_item_id_foreign" foreign key ("item_id") references "agenda_item" ("id");`);
    this.addSql(`alter table "ballot" add constraint "ballot_juror_id_foreign" foreign key ("juror_id") references "juror" ("id");`);
    this.addSql(`alter table "note" add constraint "note_juror_id_foreign" foreign key ("juror_id") references "juror" ("id");`);
    this.addSql(`alter table "note" add constraint "note_candidate_id_foreign" foreign key ("candidate_id") references "candidate" ("id") on delete cascade;`);
    this.addSql(`alter table "opinion" add constraint "opinion_juror_id_foreign" foreign key ("juror_id") references "juror" ("id");`);
    this.addSql(`alter table "opinion" add constraint "opinion_candidate_id_foreign" foreign key ("candidate_id") references "candidate" ("id") on delete cascade;`);

    for (const noun of nouns) {
      const tell = `for each statement execute function public.record_change('${noun}')`;
      this.addSql(`create trigger ${noun}_inserted after insert on "${noun}" referencing new table as after_rows ${tell};`);
      this.addSql(`create trigger ${noun}_updated after update on "${noun}"
        referencing old table as before_rows new table as after_rows ${tell};`);
      this.addSql(`create trigger ${noun}_deleted after delete on "${noun}" referencing old table as before_rows ${tell};`);
    }
    this.chainDecisions();
    this.freezeRules();
    this.guardBallots();
    this.closeItems();
  }

  /** Decisions taken before are records too, as far as what was kept of them goes, in the order they were taken. */
  private chainDecisions(): void {
    this.addSql(`alter table "decision" add "edition_id" uuid null, add "number" smallint null, add "origin" text not null default 'STAFF', add "record" text null, add "hash" text null, add "previous_hash" text null, add "corrects_id" uuid null;`);
    this.addSql(`alter table "decision" disable trigger user;`);
    this.addSql(`do $$
      declare
        one record;
        last_edition uuid;
        last_number smallint := 0;
        last_hash text;
        first_one record;
        written text;
      begin
        for one in
          select d.id, d.trophy_id, t.edition_id, e.year, e.ordinal, e.label, c.code as category, c.label as category_label,
            p.code as prize, p.label as prize_label, d.decided_at, d.decided_by, r.number as run, r.inputs_hash, r.engine,
            d.structure_ids, d.point_remarquable, d.follows_ranking, d.motive
          from decision d join trophy t on t.id = d.trophy_id join edition e on e.id = t.edition_id
            left join category c on c.id = t.category_id left join special_prize p on p.id = t.prize_id
            join score_run r on r.id = d.run_id
          order by t.edition_id, d.created_at, d.id
        loop
          if last_edition is distinct from one.edition_id then last_number := 0; last_hash := null; end if;
          select id, hash into first_one from decision where trophy_id = one.trophy_id and number is not null order by number limit 1;
          written := jsonb_build_object('format', 'barometre.decision.0', 'number', last_number + 1, 'previous', last_hash,
            'corrects', first_one.hash, 'origin', 'STAFF',
            'edition', jsonb_build_object('year', one.year, 'ordinal', one.ordinal, 'label', one.label),
            'award', jsonb_build_object('kind', case when one.prize is null then 'TROPHY' else 'PRIZE' end,
              'code', coalesce(one.prize, one.category), 'label', coalesce(one.prize_label, one.category_label)),
            'decidedAt', one.decided_at, 'recordedBy', one.decided_by,
            'run', jsonb_build_object('number', one.run, 'inputsHash', one.inputs_hash, 'engine', one.engine),
            'laureates', to_jsonb(one.structure_ids), 'pointRemarquable', one.point_remarquable,
            'followsRanking', one.follows_ranking, 'motive', one.motive)::text;
          update decision set edition_id = one.edition_id, number = last_number + 1, record = written, previous_hash = last_hash,
            hash = encode(sha256(convert_to(written, 'UTF8')), 'hex'), corrects_id = first_one.id where id = one.id
            returning hash into last_hash;
          last_number := last_number + 1;
          last_edition := one.edition_id;
        end loop;
      end $$;`);
    this.addSql(`alter table "decision" enable trigger user;`);
    this.addSql(`alter table "decision" alter "edition_id" set not null, alter "number" set not null, alter "record" set not null, alter "hash" set not null;`);
    this.addSql(`alter table "decision" add constraint "decision_edition_id_foreign" foreign key ("edition_id") references "edition" ("id");`);
    this.addSql(`alter table "decision" add constraint "decision_corrects_id_foreign" foreign key ("corrects_id") references "decision" ("id") on delete no action;`);
    this.addSql(`alter table "decision" add constraint "decision_number_once" unique ("edition_id", "number");`);
    this.addSql(`alter table "decision" add constraint "decision_origin_check" check ("origin" in ('STAFF', 'JURY'));`);
  }

  /** Once a ballot was opened under them, nothing changes the rules of a deliberation, nor those of its award. */
  private freezeRules(): void {
    const refused = `raise exception 'The rules of a deliberation no longer change.' using errcode = '23514', constraint = 'mandate_rules_frozen'`;
    this.addSql(`create function keep_mandate() returns trigger language plpgsql as $$
      begin
        if old.frozen_at is not null and (tg_op = 'DELETE' or to_jsonb(new) - 'version' is distinct from to_jsonb(old) - 'version') then
          ${refused};
        end if;
        return case when tg_op = 'DELETE' then old else new end;
      end $$;`);
    this.addSql(`create trigger mandate_is_kept before update or delete on "mandate" for each row execute function public.keep_mandate();`);
    this.addSql(`create function keep_award() returns trigger language plpgsql as $$
      begin
        if exists (select from public.mandate m where old.id in (m.category_id, m.prize_id) and m.frozen_at is not null) then
          ${refused};
        end if;
        return new;
      end $$;`);
    const rules = ['award_field', 'award_minimum', 'tie_rule', 'tie_channel', 'most_laureates', 'may_be_withheld', 'mention_allowed'];
    const differ = (fields: readonly string[]) => fields.map((field) => `old.${field} is distinct from new.${field}`).join(' or ');
    const awards = { category: rules, special_prize: [...rules, 'basis', 'channel', 'criteria', 'category_codes'] };
    for (const [award, fields] of Object.entries(awards))
      this.addSql(`create trigger ${award}_is_kept before update on "${award}" for each row when (${differ(fields)})
        execute function public.keep_award();`);
    this.addSql(`create trigger recusal_is_final before update or delete or truncate on "recusal"
      for each statement execute function public.refuse_change();`);
  }

  /**
   * A ballot is cast by a juror who is there, while its item is open; it is never moved, and its content only destroyed,
   * once the item is no longer open. The item is held meanwhile, so that it cannot close between the two.
   */
  private guardBallots(): void {
    this.addSql(`create function guard_ballot() returns trigger language plpgsql as $$
      declare item record;
      begin
        select state into item from public.agenda_item where id = coalesce(new.item_id, old.item_id) for share;
        if tg_op = 'INSERT' then
          if item.state <> 'OPEN' then
            raise exception 'The item is not open.' using errcode = '23514', constraint = 'ballot_item_open';
          end if;
          if not exists (select from public.attendance a
            where a.item_id = new.item_id and a.juror_id = new.juror_id and a.state = 'PRESENT') then
            raise exception 'The juror is not there.' using errcode = '23514', constraint = 'ballot_juror_present';
          end if;
          return new;
        end if;
        if tg_op = 'DELETE' or item.state = 'OPEN' or new.content is not null
          or (new.id, new.item_id, new.juror_id, new.created_at) is distinct from (old.id, old.item_id, old.juror_id, old.created_at) then
          raise exception 'A ballot that was cast is neither moved nor changed.';
        end if;
        return new;
      end $$;`);
    this.addSql(`create trigger ballot_is_guarded before insert or update or delete on "ballot" for each row execute function public.guard_ballot();`);
    this.addSql(`create trigger ballot_is_kept before truncate on "ballot" for each statement execute function public.refuse_change();`);
  }

  /** What was counted, and who was there, stays as it was; an item that is over no longer changes. */
  private closeItems(): void {
    this.addSql(`create function keep_item() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' and old.state = 'PENDING' then return old; end if;
        if tg_op = 'DELETE' or old.state in ('DECIDED', 'CONTINUED', 'VOID')
          or (old.ballots is not null and (new.ballots, new.count, new.motion) is distinct from (old.ballots, old.count, old.motion)) then
          raise exception 'What was counted no longer changes.';
        end if;
        return new;
      end $$;`);
    this.addSql(`create trigger agenda_item_is_kept before update or delete on "agenda_item" for each row execute function public.keep_item();`);
    this.addSql(`create function keep_attendance() returns trigger language plpgsql as $$
      begin
        if (select state from public.agenda_item where id = coalesce(new.item_id, old.item_id)) <> 'OPEN' then
          raise exception 'Who was there no longer changes.';
        end if;
        return case when tg_op = 'DELETE' then old else new end;
      end $$;`);
    this.addSql(`create trigger attendance_is_kept before insert or update or delete on "attendance" for each row execute function public.keep_attendance();`);
  }
}
