import { createHash } from 'node:crypto';
import type fc from 'fast-check';
import { expect } from 'vitest';
import type { DecisionRecord } from '../../server/jury/record.rules.ts';
import { countOf } from '../../server/vote/count.rules.ts';
import type { Act } from './acts.ts';
import { juryVerbs, type Seen, type TestJuror } from './jury.ts';
import type { Answered, Real } from './real.ts';

/** What must have happened, from the answers alone. */
export interface Model {
  /** Who was recused from which mandate before this turn began. */
  readonly recused: Set<string>;
  /** Whose ballot was taken, by item. */
  readonly cast: Set<string>;
  /** The rules of each mandate as they stood when it was first opened. */
  readonly rules: Map<string, string>;
  /** Items whose decision was recorded. */
  readonly decided: Set<string>;
}

/** One turn of a meeting: what several people do at the same instant. */
export class Turn implements fc.AsyncCommand<Model, Real> {
  constructor(readonly acts: readonly Act[]) {}

  check = () => true;
  toString = () => this.acts.map((act) => JSON.stringify(act)).join(' & ');

  async run(model: Model, real: Real): Promise<void> {
    const answers = await Promise.all(this.acts.map((act) => real.perform(act)));
    await real.refresh();
    for (const { refusals } of answers) expect(refusals, String(this)).not.toContain('INTERNAL');
    await this.learn(model, real, answers);
    await holds(model, real);
  }

  private async learn(model: Model, real: Real, answers: readonly Answered[]) {
    const aside: string[] = [];
    for (const { refusals, on, juror, verb } of answers) {
      if (refusals.length > 0) continue;
      const mandate = real.room.items.find(({ id }) => id === on)?.mandate_id ?? on;
      if (verb === 'cast') {
        expect(model.cast, 'one ballot a juror').not.toContain(`${on} ${juror}`);
        expect(model.recused, 'a recused juror never votes').not.toContain(`${mandate} ${juror}`);
        model.cast.add(`${on} ${juror}`);
      }
      if (verb === 'stepAside') aside.push(`${mandate} ${juror}`);
      if (verb === 'open' && !model.rules.has(mandate)) model.rules.set(mandate, await rulesOf(real, mandate));
      if (verb === 'record') model.decided.add(on);
    }
    for (const each of aside) model.recused.add(each);
  }
}

const rulesOf = async ({ office }: Real, mandate: string): Promise<string> => {
  const [row] = await office.sql(
    `select to_jsonb(m) - 'version' - 'frozen_at' as m, to_jsonb(c) - 'version' as c from mandate m join category c on c.id = m.category_id where m.id = ?`,
    [mandate],
  );
  return JSON.stringify(row);
};

/** What is true after whatever happened. */
async function holds(model: Model, real: Real): Promise<void> {
  const { sql } = real.office;
  for (const [mandate, rules] of model.rules) expect(await rulesOf(real, mandate), 'rules are frozen').toBe(rules);
  const [{ busy = null, open = 0 } = {}] = await sql<{ busy: boolean; open: number }>(
    `select p.deliberating as busy, (select count(*)::int from agenda_item i join meeting m on m.id = i.meeting_id
       where m.panel_id = p.id and i.state in ('OPEN', 'COUNTED')) as open from panel p where p.id = ?`,
    [real.panel.id],
  );
  expect([busy, open], 'one item at a time').toEqual([open === 1, open === 1 ? 1 : 0]);
  const strangers = await sql(
    `select b.id from ballot b left join attendance a on a.item_id = b.item_id and a.juror_id = b.juror_id
     where a.state is distinct from 'PRESENT'`,
  );
  expect(strangers, 'only who is there votes').toEqual([]);
  const leaking = await sql(
    `select i.id from agenda_item i join ballot b on b.item_id = i.id
     where (i.state = 'OPEN') <> (b.content is not null) or (i.state = 'OPEN' and i.ballots is not null)`,
  );
  expect(leaking, 'sealed until counted, destroyed then').toEqual([]);
  await recordsHold(model, real);
  await viewsHold(model, real);
}

/** Every decision was taken by enough people, recounts to what it says, and follows the one before it. */
async function recordsHold(model: Model, real: Real): Promise<void> {
  const rows = await real.office.sql<{ record: string; hash: string }>(
    'select record, hash from decision where edition_id = ? order by number',
    [real.edition.id],
  );
  expect(rows).toHaveLength(model.decided.size);
  for (const [i, { record, hash }] of rows.entries()) {
    expect(createHash('sha256').update(record).digest('hex')).toBe(hash);
    const { number, previous, deliberation } = JSON.parse(record) as DecisionRecord;
    expect([number, previous]).toEqual([i + 1, rows[i - 1]?.hash ?? null]);
    const round = deliberation?.rounds.at(-1);
    if (!round) throw new Error('A jury decides in rounds.');
    expect(round.quorum.present).toBeGreaterThanOrEqual(Math.max(2, Math.ceil(round.quorum.entitled / 2)));
    expect(round.members.filter(({ attendance }) => attendance === 'PRESENT')).toHaveLength(round.quorum.present);
    expect((round.turnout?.cast ?? 0) + (round.turnout?.abstained ?? 0)).toBe(round.paper ? round.quorum.present : 0);
  }
  const last = rows.at(-1);
  const round = last && (JSON.parse(last.record) as DecisionRecord).deliberation?.rounds.at(-1);
  const withdrawn =
    last && (JSON.parse(last.record) as DecisionRecord).deliberation?.candidates.some((each) => each.withdrawn);
  if (round?.paper && round.paper.mode !== 'SCORE' && !withdrawn)
    expect(round.count).toEqual(JSON.parse(JSON.stringify(countOf(round.paper, round.ballots ?? []))));
}

/** Nobody sees a result before it is counted; a recused juror sees nothing at all. */
async function viewsHold(model: Model, real: Real): Promise<void> {
  const juror = real.jurors[model.cast.size % real.jurors.length] as TestJuror;
  for (const asker of [juror, 'MANAGER' as const]) {
    const { data, refusals } = await real.office.ask<{ meeting: Seen } | null>(asker, juryVerbs.meeting, {
      id: real.room.id,
    });
    if (refusals.length > 0) expect(refusals).toEqual(['NOT_FOUND']);
    for (const item of data?.meeting.items ?? []) {
      if (item.state === 'OPEN') expect(item.result, 'sealed, for every role').toBeNull();
      const recused = asker !== 'MANAGER' && model.recused.has(`${item.mandateId} ${asker.jurorId}`);
      if (recused)
        expect(item).toMatchObject({ recused: true, ballotsCast: null, candidates: null, seats: null, result: null });
    }
  }
}
