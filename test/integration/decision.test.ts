import { describe, expect, test } from 'vitest';
import { makeBackOffice } from '../support/back-office.ts';
import { FOR, juriesOf, refusalsOf } from '../support/convened.ts';
import type { TestJuror } from '../support/jury.ts';

const office = await makeBackOffice('decision');
const { done, sql } = office;
const jury = juriesOf(office);

describe('a decision', { timeout: 60_000 }, () => {
  test('of a panel is not taken elsewhere; corrected, it cites the first, and the chain holds', async () => {
    const { edition, panel, mandate, did, laureates, record, who } = await jury({ quorumFewest: 1 });
    expect(await refusalsOf(edition.award('towns', ['T1']))).toEqual(['AWARD_BY_PANEL']);
    expect(await refusalsOf(edition.award('regions', ['R1']))).toEqual([]);
    const cases = await done<{ category: { code: string } | null; mandate: { panel: { label: string } } | null }[]>(
      'query ($id: ID!) { awardCases(editionId: $id) { category { code } mandate { panel { label } } } }',
      { id: edition.id },
    );
    const panelOf = (code: string) => cases.find(({ category }) => category?.code === code)?.mandate?.panel.label;
    expect([panelOf('towns'), panelOf('regions')]).toEqual(['Jury des trophées', undefined]);
    await did('Aline', 'open');
    await did('Aline', 'count');
    await did('Aline', 'record');
    const first = await sql<{ hash: string; number: number; previous_hash: string }>(
      'select hash, number, previous_hash from decision where origin = ? order by created_at desc limit 1',
      ['JURY'],
    );
    expect(await record()).toMatchObject({ number: 2, corrects: null, previous: first[0]?.previous_hash });
    const room = await panel.convene([mandate]);
    const id = room.itemOf(mandate);
    const chair = who.Aline as TestJuror;
    await room.did(chair, 'open', { id });
    await room.did(chair, 'move', { id, codes: [mandate.codeOf.T2], motive: 'La première a renoncé.' });
    await room.did(chair, 'cast', { id, ballot: FOR });
    await room.did(chair, 'count', { id });
    await room.did(chair, 'record', { id });
    expect(await laureates()).toEqual(['T2']);
    expect(await record()).toMatchObject({ number: 3, corrects: first[0]?.hash, previous: first[0]?.hash });
    const chain = 'query ($id: ID!) { decisionChain(editionId: $id) { length head brokenAt } }';
    expect(await done(chain, { id: edition.id })).toMatchObject({ length: 3, brokenAt: null });
    await sql('alter table decision disable trigger user');
    await sql(
      `update decision set record = replace(record, 'La première a renoncé.', 'Nous préférons.') where edition_id = ?`,
      [edition.id],
    );
    await sql('alter table decision enable trigger user');
    expect(await done(chain, { id: edition.id })).toMatchObject({ length: 3, brokenAt: 3 });
  });
});
