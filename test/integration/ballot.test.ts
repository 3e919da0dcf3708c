import { describe, expect, test } from 'vitest';
import { makeBackOffice } from '../support/back-office.ts';
import { AGAINST, FOR, juriesOf, refusalsOf } from '../support/convened.ts';
import { juryVerbs, rescore, type TestJuror } from '../support/jury.ts';

const office = await makeBackOffice('ballot');
const { ask, done, sql } = office;
const jury = juriesOf(office);

describe('at the same instant', { timeout: 60_000 }, () => {
  test('five clicks cast one ballot; two secretaries who close an item close it once; so do two who record it', async () => {
    const { panel, did, vote, codes, last, id, room, who, laureates } = await jury({ mode: 'RANK' });
    const other = await panel.seat('Hugo', { office: 'SECRETARY' });
    await did('Aline', 'open');
    const ballot = { mode: 'RANK', ranking: [codes('T1')] };
    const clicks = await Promise.all([1, 2, 3, 4, 5].map(() => vote('Denis', ballot)));
    expect(clicks.flatMap(({ refusals }) => refusals)).toEqual(Array(4).fill('BALLOT_ALREADY_CAST'));
    expect(await last()).toMatchObject({ ballotsCast: 1 });
    const both = (verb: 'count' | 'record', more: object = {}) =>
      Promise.all(
        [who.Chloé, other, who.Chloé, other, who.Aline].map((each) =>
          room.did(each as TestJuror, verb, { id, ...more }),
        ),
      );
    expect((await both('count')).flatMap(({ refusals }) => refusals)).toEqual(Array(4).fill('ITEM_NOT_OPEN'));
    expect((await both('record')).flatMap(({ refusals }) => refusals)).toEqual(Array(4).fill('ITEM_NOT_COUNTED'));
    expect(await laureates()).toEqual(['T1']);
    expect(await refusalsOf(vote('Elsa', ballot))).toEqual(['ITEM_NOT_OPEN']);
  });

  test('votes that come in while the item closes are counted, or told that they are late: none is lost', async () => {
    const { did, vote, codes, last } = await jury({ mode: 'RANK' });
    await did('Aline', 'open');
    const voters = ['Aline', 'Basile', 'Denis', 'Elsa', 'Farid', 'Gaëlle'];
    const ballot = { mode: 'RANK', ranking: [codes('T1')] };
    await vote('Aline', ballot);
    const [closed, ...cast] = await Promise.all([
      did('Chloé', 'count'),
      ...voters.slice(1).map((name) => vote(name, ballot)),
    ]);
    expect(closed?.refusals).toEqual([]);
    const late = cast.filter(({ refusals }) => refusals.length > 0);
    expect(late.flatMap(({ refusals }) => refusals)).toEqual(late.map(() => 'ITEM_NOT_OPEN'));
    expect((await last()).result?.ballots).toHaveLength(6 - late.length);
  });
});

describe('what changes after ballots were cast', { timeout: 60_000 }, () => {
  test('a candidate that withdraws is struck from them, and cannot win', async () => {
    const { did, vote, codes, mandate, laureates, record } = await jury({ mode: 'RANK', mayOmit: false });
    const all = codes('T1', 'T2', 'T3', 'T4', 'T5').map((code) => [code]);
    await did('Aline', 'open');
    for (const name of ['Denis', 'Elsa', 'Farid']) await vote(name, { mode: 'RANK', ranking: all });
    await done(juryVerbs.withdraw, { id: mandate.fileOf.T1, motive: 'La ville se retire.' });
    await did('Aline', 'count');
    expect(await refusalsOf(did('Aline', 'record'))).toEqual(['AWARD_MOTIVE_REQUIRED']);
    await did('Aline', 'record', { motive: 'La première s’est retirée.' });
    expect(await laureates()).toEqual(['T2']);
    expect((await record()).deliberation?.candidates.find(({ withdrawn }) => withdrawn)).toMatchObject({
      structure: { reference: 'T1' },
    });
  });

  test('scores computed again close nothing: the item is broken off, and opened on the new ones', async () => {
    const { edition, did, vote, codes, last, mandate } = await jury({ mode: 'RANK' });
    await did('Aline', 'open');
    await vote('Denis', { mode: 'RANK', ranking: [codes('T1')] });
    await rescore(office, edition, 'P3b');
    expect(await refusalsOf(did('Aline', 'count'))).toEqual(['SCORES_MOVED_SINCE']);
    expect(await refusalsOf(ask('MANAGER', juryVerbs.draw, { id: mandate.id }))).toEqual(['SHORT_LIST_IN_USE']);
    expect(await refusalsOf(did('Aline', 'breakOff', { motive: 'Les notes ont changé.' }))).toEqual([]);
    const { id } = await last();
    expect(await refusalsOf(did('Aline', 'open', { id }))).toEqual(['SHORT_LIST_STALE']);
    await done(juryVerbs.draw, { id: mandate.id });
    expect(await refusalsOf(did('Aline', 'open', { id }))).toEqual([]);
  });

  test('the rules, and those of the award, no longer do: the database itself refuses', async () => {
    const { did, mandate, edition } = await jury();
    const rules = { mode: 'RANK' };
    const { version } = await done<{ version: number }>(juryVerbs.declare, {
      id: mandate.id,
      version: 1,
      rules: { shortList: 4 },
    });
    expect(await refusalsOf(ask('MANAGER', juryVerbs.declare, { id: mandate.id, version: 1, rules }))).toEqual([
      'STALE',
    ]);
    await did('Aline', 'open');
    expect(await refusalsOf(ask('MANAGER', juryVerbs.declare, { id: mandate.id, version, rules }))).toEqual([
      'RULES_FROZEN',
    ]);
    expect(
      await refusalsOf(ask('MANAGER', 'mutation ($id: ID!) { withdrawAward(mandateId: $id) }', { id: mandate.id })),
    ).toEqual(['RULES_FROZEN']);
    for (const statement of [
      `update mandate set quorum_fewest = 1, version = version + 1 where id = '${mandate.id}'`,
      `update mandate set frozen_at = null where id = '${mandate.id}'`,
      `delete from mandate where id = '${mandate.id}'`,
      `update category set tie_rule = 'JURY' where id = '${edition.category.towns}'`,
      `update category set award_minimum = 10 where id = '${edition.category.towns}'`,
    ])
      await expect(sql(statement), statement).rejects.toThrow('no longer change');
    await sql(`update category set label = 'Villes' where id = '${edition.category.towns}'`);
  });
});

describe('a sealed ballot', { timeout: 60_000 }, () => {
  test('is read by nobody before the item closes, and by nobody again: what was cast is encrypted, then destroyed', async () => {
    const { did, vote, codes, id, last } = await jury();
    await did('Aline', 'open');
    await did('Denis', 'move', { codes: codes('T3'), motive: 'Un accueil hors du commun.' });
    await vote('Denis', FOR);
    await vote('Elsa', AGAINST);
    await vote('Farid', { mode: 'RATIFY' });
    const urn = () =>
      sql<{ content: string | null; id: string }>(
        'select id, content from ballot where item_id = ? order by created_at',
        [id],
      );
    const sealed = await urn();
    expect(new Set(sealed.map(({ content }) => content)).size).toBe(3);
    expect(new Set(sealed.map(({ content }) => content?.length)).size).toBe(1);
    expect(sealed.map(({ content }) => Buffer.from(content ?? '', 'base64').toString('latin1')).join()).not.toMatch(
      /RATIFY|FOR|AGAINST|BLANK/,
    );
    const told = await sql<{ n: number }>(
      `select count(*)::int as n from change where noun = 'ballot'
         and (jsonb_exists(before, 'content') or jsonb_exists(after, 'content') or after::text ~ 'FOR|AGAINST')`,
    );
    expect(told).toEqual([{ n: 0 }]);
    for (const statement of [
      `update ballot set content = 'AAAA' where id = '${sealed[0]?.id}'`,
      `update ballot set content = null where id = '${sealed[0]?.id}'`,
      `update ballot set juror_id = (select juror_id from ballot where id = '${sealed[1]?.id}') where id = '${sealed[0]?.id}'`,
      `delete from ballot where id = '${sealed[0]?.id}'`,
      'truncate ballot cascade',
    ])
      await expect(sql(statement), statement).rejects.toThrow(/neither moved nor changed|Nothing changes/);
    expect((await last()).result).toBeNull();
    await did('Aline', 'count');
    expect((await urn()).map(({ content }) => content)).toEqual([null, null, null]);
    expect((await last()).result?.ballots).toEqual([
      { kind: 'BLANK' },
      { kind: 'VALID', vote: AGAINST },
      { kind: 'VALID', vote: FOR },
    ]);
    await expect(sql(`update agenda_item set ballots = '[]' where id = ?`, [id])).rejects.toThrow('no longer changes');
    await expect(sql(`update attendance set state = 'ABSENT' where item_id = ?`, [id])).rejects.toThrow(
      'no longer changes',
    );
    await expect(
      sql(`insert into ballot (item_id, juror_id) select item_id, juror_id from attendance where item_id = ? limit 1`, [
        id,
      ]),
    ).rejects.toThrow('not open');
  });
});
