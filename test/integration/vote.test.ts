import { describe, expect, test } from 'vitest';
import type { RecordedBallot } from '../../server/jury/record.rules.ts';
import { countOf } from '../../server/vote/count.rules.ts';
import type { Paper } from '../../server/vote/paper.rules.ts';
import { makeBackOffice } from '../support/back-office.ts';
import { juriesOf, refusalsOf } from '../support/convened.ts';

const office = await makeBackOffice('vote');
const jury = juriesOf(office);

describe('the other ways to vote, each counted again from its record', { timeout: 60_000 }, () => {
  const again = (paper: Paper | null | undefined, ballots: readonly RecordedBallot[] | null | undefined) =>
    JSON.parse(JSON.stringify(paper && ballots ? countOf(paper, ballots) : null));

  test('by preference: the winner beats all others; what a ballot leaves out comes last', async () => {
    const { did, vote, codes, last, laureates, record } = await jury({ mode: 'RANK' });
    const [t1, t2, t3] = codes('T1', 'T2', 'T3');
    await did('Aline', 'open');
    for (const name of ['Aline', 'Basile', 'Denis']) await vote(name, { mode: 'RANK', ranking: [[t3], [t1, t2]] });
    for (const name of ['Elsa', 'Farid']) await vote(name, { mode: 'RANK', ranking: [[t1], [t3]] });
    await vote('Gaëlle', { mode: 'RANK', ranking: [] });
    await did('Aline', 'count');
    expect((await last()).result).toMatchObject({
      by: 'VOTE',
      among: [t3],
      ballots: expect.arrayContaining([{ kind: 'BLANK' }]),
    });
    await did('Aline', 'record', { motive: 'Le vote du jury.' });
    expect(await laureates()).toEqual(['T3']);
    const round = (await record()).deliberation?.rounds[0];
    expect(round?.turnout).toEqual({ cast: 6, votes: 5, blank: 1, invalid: 0, abstained: 0 });
    expect(round?.count).toEqual(again(round?.paper, round?.ballots));
  });

  test('by grades: the best majority grade wins', async () => {
    const { did, vote, codes, laureates, record } = await jury({ mode: 'MAJORITY_JUDGMENT', grades: 'SIX' });
    const grades = (...given: [string, string][]) => ({
      mode: 'MAJORITY_JUDGMENT',
      grades: given.map(([of, grade]) => ({ candidate: codes(of)[0], grade })),
    });
    await did('Aline', 'open');
    expect((await vote('Denis', grades(['T1', 'EXCELLENT']))).refusals).toEqual(['BALLOT_FAULTY']);
    for (const name of ['Aline', 'Basile', 'Denis']) await vote(name, grades(['T2', 'VERY_GOOD'], ['T1', 'GOOD']));
    for (const name of ['Elsa', 'Farid']) await vote(name, grades(['T1', 'VERY_GOOD'], ['T2', 'PASSABLE']));
    await did('Aline', 'count');
    await did('Aline', 'record', { motive: 'Le vote du jury.' });
    expect(await laureates()).toEqual(['T2']);
    const round = (await record()).deliberation?.rounds[0];
    expect(round?.count).toEqual(again(round?.paper, round?.ballots));
  });

  test('by marks: the best weighted mean wins, exact', async () => {
    const criteria = [
      { code: 'quality', label: 'Qualité', weight: '2' },
      { code: 'reach', label: 'Portée', weight: '1' },
    ];
    const { did, vote, codes, laureates, record, last } = await jury({ mode: 'SCORE', scale: 10, criteria });
    const marks = (of: Record<string, [string, string]>) => ({
      mode: 'SCORE',
      marks: Object.entries(of).flatMap(([each, [quality, reach]]) => [
        { candidate: codes(each)[0], criterion: 'quality', mark: quality },
        { candidate: codes(each)[0], criterion: 'reach', mark: reach },
      ]),
    });
    const rest = { T4: ['0', '0'], T5: ['0', '0'] } as Record<string, [string, string]>;
    await did('Aline', 'open');
    const partial = marks({ T1: ['7', '7'] });
    expect((await vote('Denis', partial)).details).toMatchObject([
      { faults: Array(8).fill({ reason: 'MISSING_CANDIDATE' }) },
    ]);
    await vote('Denis', marks({ T1: ['7', '7'], T2: ['7.5', '6'], T3: ['1', '1'], ...rest }));
    await vote('Elsa', marks({ T1: ['6', '8'], T2: ['7.5', '6.5'], T3: ['10', '10'], ...rest }));
    expect((await vote('Farid', partial, true)).refusals).toEqual([]);
    await did('Aline', 'count');
    expect((await last()).result?.ballots.map(({ kind }) => kind).sort()).toEqual(['INVALID', 'VALID', 'VALID']);
    await did('Aline', 'record', { motive: 'Le vote du jury.' });
    // T1: (7 + 20/3) / 2 = 41/6; T2: (7 + 43/6) / 2 = 85/12: a quarter of a point above.
    expect(await laureates()).toEqual(['T2']);
    expect((await record()).deliberation?.rounds[0]?.count).toMatchObject({
      scores: [{ candidate: codes('T2')[0], mean: '85/12' }, { candidate: codes('T1')[0], mean: '41/6' }, {}, {}, {}],
    });
  });

  test('equals share the award where the award says so; without one vote nobody has it', async () => {
    const shared = await jury({ mode: 'RANK' });
    const [t1, t2] = shared.codes('T1', 'T2');
    await shared.did('Aline', 'open');
    await shared.vote('Denis', { mode: 'RANK', ranking: [[t1, t2]] });
    await shared.did('Aline', 'count');
    await shared.did('Aline', 'record', { motive: 'Les deux se valent.' });
    expect(await shared.laureates()).toEqual(['T1', 'T2']);
    const { did, vote, last, items } = await jury({ mode: 'RANK' });
    await did('Aline', 'open');
    await vote('Denis', { mode: 'RANK', ranking: [] });
    await did('Aline', 'count');
    expect((await last()).result).toMatchObject({ outcome: 'UNPARTED', among: [] });
    expect(await refusalsOf(did('Aline', 'record'))).toEqual(['ITEM_UNDECIDED']);
    expect(await refusalsOf(did('Aline', 'breakOff', { motive: 'Personne n’a voté.' }))).toEqual([]);
    expect((await items()).map(({ state }) => state)).toEqual(['VOID', 'PENDING']);
  });
});
