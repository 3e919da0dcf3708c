import { expect, test } from 'vitest';
import { makeBackOffice } from '../support/back-office.ts';
import { killedAt } from '../support/crash.ts';
import { makeEdition, verbs } from '../support/edition.ts';
import { releasesOf } from '../support/released.ts';

const office = await makeBackOffice('release_crash');
const { ask, sql, time } = office;

/** All there is of a release, public, waiting and in the back office. */
async function state(): Promise<string> {
  const tables = await sql<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('published', 'embargoed') order by 1`,
  );
  const nouns = ['edition', 'phase_move', 'release', 'dataset', 'publication_event'];
  const all = [...tables.map(({ name }) => name), ...nouns];
  // One statement for all, since it is asked after each step.
  const rows = all.map((name) => `select '${name}' as of, to_jsonb(t)::text as row from ${name} t`);
  return JSON.stringify(await sql(`${rows.join(' union all ')} order by 1, 2`));
}

test.each(['tick', 'approve'] as const)(
  'killed at any step, what %s does is done as a whole or not at all, and is done the next time',
  { timeout: 240_000 },
  async (verb) => {
    time.now = new Date('2022-11-10T11:00:00Z');
    const edition = await makeEdition(office, 'EMBARGO', { year: verb === 'approve' ? 2023 : 2024 });
    const { request, tick, scheduled } = releasesOf(office, edition);
    const due = '2022-11-10T12:00:00.000Z';
    let act: () => Promise<unknown>;
    if (verb === 'approve') {
      const { id } = (await request(due)).data.requestRelease;
      const { hash } = await edition.rehearse();
      act = () => ask('ADMINISTRATOR', verbs.approve, { id, hash }).catch(() => null);
    } else {
      await scheduled(due);
      time.now = new Date(due);
      act = () => tick().catch(() => null);
    }
    const before = await state();
    let [after, lost, step] = [before, 0, 1];
    for (; after === before; step++) {
      await killedAt(step, act);
      after = await state();
      if (after === before) lost++;
      expect(step, 'never done').toBeLessThan(500);
    }
    expect(lost).toBeGreaterThan(15);
    await act();
    expect(await state()).toBe(after);
  },
);
