import { describe, expect, test } from 'vitest';
import { makeBackOffice } from '../support/back-office.ts';
import { AGAINST, FOR, juriesOf, refusalsOf, tied } from '../support/convened.ts';
import { juryVerbs, type TestJuror } from '../support/jury.ts';

const office = await makeBackOffice('meeting');
const { done, sql } = office;
const jury = juriesOf(office);

describe('a ranking to ratify', { timeout: 60_000 }, () => {
  test('is overturned by a motion that carries, whose motive becomes that of the decision', async () => {
    const { did, vote, codes, last, laureates, record } = await jury();
    await did('Aline', 'open');
    expect(await refusalsOf(vote('Denis', FOR))).toEqual(['BALLOT_NOT_DUE']);
    const motion = { codes: codes('T3'), motive: 'Un accueil hors du commun.' };
    expect(await refusalsOf(did('Denis', 'move', { ...motion, motive: 'Le classement.', codes: codes('T1') }))).toEqual(
      ['MOTION_CHANGES_NOTHING'],
    );
    expect(await refusalsOf(did('Denis', 'move', { ...motion, codes: ['Z'] }))).toEqual(['CANDIDATE_UNKNOWN']);
    expect(await refusalsOf(did('Chloé', 'move', motion))).toEqual(['NOT_PRESENT']);
    expect(await refusalsOf(did('Denis', 'move', motion))).toEqual([]);
    expect(await refusalsOf(did('Elsa', 'move', motion))).toEqual(['MOTION_PENDING']);
    for (const [name, ballot] of [
      ['Aline', FOR],
      ['Basile', FOR],
      ['Denis', FOR],
      ['Elsa', AGAINST],
    ] as const)
      expect(await refusalsOf(vote(name, ballot))).toEqual([]);
    expect(await refusalsOf(did('Denis', 'unmove'))).toEqual(['BALLOT_ALREADY_CAST']);
    expect(await last()).toMatchObject({ state: 'OPEN', ballotsCast: 4, voted: true, result: null });
    await did('Aline', 'count');
    expect(await last()).toMatchObject({
      result: { outcome: 'LAUREATES', by: 'MAJORITY', among: codes('T3'), count: { for: 3, against: 1 }, abstained: 2 },
    });
    expect(await refusalsOf(did('Elsa', 'dissent', { text: 'Le classement suffisait.' }))).toEqual([]);
    expect(await refusalsOf(did('Aline', 'record'))).toEqual([]);
    expect(await laureates()).toEqual(['T3']);
    const { deliberation, motive, followsRanking, origin } = await record();
    expect({ motive, followsRanking, origin }).toEqual({
      motive: motion.motive,
      followsRanking: false,
      origin: 'JURY',
    });
    expect(deliberation?.rounds).toMatchObject([
      {
        ...{ motion: { mover: 'Denis', codes: codes('T3') }, presiding: 'Aline', secretaries: ['Chloé'] },
        ...{
          turnout: { cast: 4, votes: 4, abstained: 2 },
          dissents: [{ name: 'Elsa' }],
          outcome: 'LAUREATES MAJORITY',
        },
      },
    ]);
    expect(deliberation?.rounds[0]?.members.filter(({ abstained }) => abstained).map(({ name }) => name)).toEqual([
      'Farid',
      'Gaëlle',
    ]);
  });

  test('stands when sides are equal; where a casting vote was declared, whoever presides parts them, and nobody else', async () => {
    for (const castingVote of [false, true]) {
      const { did, vote, codes, last, laureates } = await jury({ castingVote });
      await did('Aline', 'open');
      await did('Denis', 'move', { codes: codes('T3'), motive: 'Un accueil hors du commun.' });
      await vote('Aline', FOR);
      await vote('Denis', AGAINST);
      await did('Aline', 'count');
      if (castingVote) {
        expect((await last()).result).toMatchObject({ outcome: 'CASTING_VOTE' });
        expect(await refusalsOf(did('Aline', 'record'))).toEqual(['ITEM_UNDECIDED']);
        for (const name of ['Basile', 'Chloé', 'Denis'])
          expect(await refusalsOf(did(name, 'casting', { opinion: 'FOR' }))).toEqual(['MEETING_RESERVED']);
        expect(await refusalsOf(did('Aline', 'casting', { opinion: 'FOR' }))).toEqual([]);
      }
      expect(await refusalsOf(did('Aline', 'casting', { opinion: 'FOR' }))).toEqual(['CASTING_NOT_DUE']);
      expect(await refusalsOf(did('Aline', 'record', { motive: 'Voix prépondérante.' }))).toEqual([]);
      expect(await laureates()).toEqual([castingVote ? 'T3' : 'T1']);
    }
  });

  test('with equals at its head, that the jury parts: a second ballot among them, then the casting vote', async () => {
    const { did, room, who, codes, last, items, laureates, record } = await jury(
      { castingVote: true },
      { fieldwork: tied, award: { tie_rule: 'JURY' } },
    );
    await did('Aline', 'open');
    await did('Chloé', 'count');
    expect((await last()).result).toMatchObject({
      outcome: 'SECOND_BALLOT',
      among: expect.arrayContaining(codes('T1', 'T2')),
    });
    expect(await refusalsOf(did('Denis', 'second'))).toEqual(['MEETING_RESERVED']);
    expect(await refusalsOf(did('Aline', 'second'))).toEqual([]);
    const second = await last();
    expect(second).toMatchObject({ round: 2, state: 'OPEN', paper: { mode: 'RANK' }, candidates: [{}, {}] });
    const on = (name: string, verb: keyof typeof juryVerbs, more: object = {}) =>
      room.did(who[name] as TestJuror, verb, { id: second.id, ...more });
    const [one, other] = codes('T1', 'T2');
    await on('Denis', 'cast', { ballot: { mode: 'RANK', ranking: [[one], [other]] } });
    await on('Elsa', 'cast', { ballot: { mode: 'RANK', ranking: [[other], [one]] } });
    await on('Aline', 'count');
    expect((await last()).result).toMatchObject({ outcome: 'CASTING_VOTE' });
    expect(await refusalsOf(on('Aline', 'casting', { code: codes('T3')[0] }))).toEqual(['CASTING_NOT_DUE']);
    expect(await refusalsOf(on('Aline', 'casting', { code: other }))).toEqual([]);
    expect(await refusalsOf(on('Aline', 'record'))).toEqual(['AWARD_TIE_MOTIVE_REQUIRED']);
    await on('Aline', 'record', { motive: 'La voix prépondérante a départagé les ex æquo.' });
    expect(await laureates()).toEqual(['T2']);
    expect((await items()).map(({ state }) => state)).toEqual(['CONTINUED', 'DECIDED']);
    expect((await record()).deliberation?.rounds.map(({ outcome }) => outcome)).toEqual([
      'SECOND_BALLOT',
      'LAUREATES CASTING_VOTE',
    ]);
  });

  test('gives nobody the award when its field is too small, and needs no vote for it', async () => {
    const { did, last, laureates } = await jury({}, { award: { award_field: 6 } });
    expect(await refusalsOf(did('Aline', 'open'))).toEqual([]);
    await did('Aline', 'count');
    expect((await last()).result).toMatchObject({ outcome: 'LAUREATES', by: 'NO_FIELD', among: [] });
    expect(await refusalsOf(did('Aline', 'record'))).toEqual([]);
    expect(await laureates()).toEqual([]);
  });
});

describe('who decides', { timeout: 60_000 }, () => {
  test('too few jurors decide nothing, and nobody presides where neither chair nor deputy is there', async () => {
    const few = await jury({ quorumFewest: 4 }, { absent: ['Basile', 'Denis', 'Elsa'] });
    const { refusals, details } = await few.did('Aline', 'open');
    expect({ refusals, details }).toEqual({
      refusals: ['NO_QUORUM'],
      details: [{ entitled: 6, present: 3, needed: 4, missing: 1 }],
    });
    await few.room.did(few.who.Denis as TestJuror, 'mark', { id: few.room.id, here: true });
    expect(await refusalsOf(few.did('Aline', 'open'))).toEqual([]);
    await few.room.did(few.who.Farid as TestJuror, 'mark', { id: few.room.id, here: false });
    expect(await refusalsOf(few.did('Aline', 'count'))).toEqual(['NO_QUORUM']);
    await few.room.did(few.who.Aline as TestJuror, 'mark', { id: few.room.id, here: false });
    expect(await refusalsOf(few.did('Chloé', 'count'))).toEqual(['NOBODY_PRESIDES']);
    expect(await refusalsOf(few.did('Chloé', 'breakOff', { motive: 'La présidente a dû partir.' }))).toEqual([]);
  });

  test('a recused chair leaves the chair to the deputy; when all are recused nobody decides', async () => {
    const { panel, edition, did, who, last, room } = await jury({ quorumFewest: 1 });
    const tie = (name: string) =>
      done(juryVerbs.tie, {
        id: who[name]?.jurorId,
        input: {
          kind: 'ELECTED_OFFICE',
          bodyName: 'La ville',
          structureId: edition.structure.T1,
          known: 'VERIFIED',
          source: 'JO',
        },
      });
    await tie('Aline');
    expect(await refusalsOf(did('Aline', 'open'))).toEqual(['NOT_FOUND']);
    expect((await last()).quorum).toMatchObject({ presiding: 'Basile', recused: 1, entitled: 5 });
    expect(await refusalsOf(did('Basile', 'open'))).toEqual([]);
    const there = { id: room.id, here: true, jurorId: who.Aline?.jurorId };
    expect((await room.did(who.Basile as TestJuror, 'mark', there)).refusals).toEqual(['JUROR_RECUSED']);
    expect((await last()).seats?.find(({ name }) => name === 'Aline')).toMatchObject({
      state: 'RECUSED',
      motive: 'Mandat électif : La ville',
    });
    await did('Basile', 'breakOff', { motive: 'Pour la suite.' });
    for (const { name } of panel.jurors) if (name !== 'Aline' && name !== 'Chloé') await tie(name);
    const next = await last('Chloé');
    const { refusals, details } = await room.did(who.Chloé as TestJuror, 'open', { id: next.id });
    expect({ refusals, details }).toEqual({
      refusals: ['NO_QUORUM'],
      details: [{ entitled: 0, present: 0, needed: 1, missing: 1 }],
    });
  });

  test('a tie found while the item is open takes the juror out of the room; once they voted, the item is broken off', async () => {
    const { edition, did, vote, who, codes, last, items } = await jury({ mode: 'RANK' });
    const tie = (name: string) =>
      done(juryVerbs.tie, {
        id: who[name]?.jurorId,
        input: { kind: 'SUPPLIER', bodyName: 'La ville', structureId: edition.structure.T5, known: 'UNVERIFIED' },
      });
    const ballot = { mode: 'RANK', ranking: [codes('T1')] };
    await did('Aline', 'open');
    await tie('Elsa');
    expect(await refusalsOf(vote('Elsa', ballot))).toEqual(['NOT_FOUND']);
    const out = (await last('Aline')).seats?.filter(({ state }) => state === 'RECUSED').map(({ name }) => name);
    expect([out, (await last('Aline')).quorum?.present]).toEqual([['Elsa'], 5]);
    await vote('Denis', ballot);
    await vote('Farid', ballot);
    await tie('Denis');
    expect(await refusalsOf(did('Aline', 'count'))).toEqual(['CONFLICT_LATE']);
    expect(await refusalsOf(did('Aline', 'breakOff', { motive: 'Un lien découvert trop tard.' }))).toEqual([]);
    expect(
      await sql(`select content from ballot b join agenda_item i on i.id = b.item_id where i.mandate_id = ?`, [
        (await items('Aline'))[0]?.mandateId,
      ]),
    ).toEqual([{ content: null }, { content: null }]);
    const next = await last('Aline');
    await did('Aline', 'open', { id: next.id });
    expect((await last('Aline')).seats?.filter(({ state }) => state === 'RECUSED').map(({ name }) => name)).toEqual([
      'Denis',
      'Elsa',
    ]);
    await did('Farid', 'cast', { id: next.id, ballot });
    await did('Aline', 'count', { id: next.id });
    expect(await refusalsOf(did('Aline', 'record', { id: next.id }))).toEqual([]);
  });
});
