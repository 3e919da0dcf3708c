import { describe, expect, test } from 'vitest';
import { makeBackOffice } from '../support/back-office.ts';
import { FOR, juriesOf } from '../support/convened.ts';
import { killedAt } from '../support/crash.ts';

const office = await makeBackOffice('crash');
const { sql } = office;
const jury = juriesOf(office);

/** All there is of a jury: what a step of closing may change. */
const state = async () => {
  const tables = [
    'panel',
    'mandate',
    'meeting',
    'agenda_item',
    'attendance',
    'ballot',
    'decision',
    'trophy',
    'laureate',
  ];
  const rows = tables.map((name) => `select '${name}' as of, to_jsonb(t)::text as row from ${name} t`);
  return JSON.stringify(await sql(`${rows.join(' union all ')} order by 1, 2`));
};

describe('killed at any step', { timeout: 240_000 }, () => {
  test.each(['count', 'record'] as const)('%s an item leaves it as before, or as after', async (verb) => {
    const { did, vote, codes } = await jury();
    await did('Aline', 'open');
    await did('Denis', 'move', { codes: codes('T3'), motive: 'Un accueil hors du commun.' });
    for (const name of ['Aline', 'Denis', 'Elsa']) await vote(name, FOR);
    if (verb === 'record') await did('Aline', 'count');
    const before = await state();
    let [after, lost, step]: [string, number, number] = [before, 0, 1];
    for (; after === before; step++) {
      const statements = await killedAt(step, () => did('Aline', verb));
      after = await state();
      if (after === before) lost++;
      expect(statements, `stuck at ${step}`).toBeGreaterThanOrEqual(step - 1);
    }
    // Whatever was lost, it was done as a whole at last: a second time there is nothing left to do.
    expect(lost).toBeGreaterThan(5);
    expect((await did('Aline', verb)).refusals).toHaveLength(1);
    expect(await state()).toBe(after);
  });
});
