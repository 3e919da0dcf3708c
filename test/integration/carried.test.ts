import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countedOn } from '../../server/audit/counted.ts';
import { rowsOf, writeRows } from '../../server/grid/adoption.service.ts';
import { countedOf, type FateRow, type Said } from '../../server/grid/version.carry.rules.ts';
import { draftOf } from '../../server/grid/version.service.ts';
import { makeBackOffice } from '../support/back-office.ts';
import { imagined } from '../support/imagined.ts';
import { nextOf } from '../support/versioned.ts';
import { writeDraft, writeEdition } from '../support/written.ts';

const { em, sql } = await makeBackOffice('carried');

/** What every test counts on a grid, as the database finds it. */
async function countedBy(edition: string, grid: { id: string; number: number }) {
  const lines = await sql<{ audit: string; criterion: string; value: string | null; absence: string | null }>(
    `select a.id as audit, m.criterion_id as criterion, coalesce(m.choice, trim_scale(m.amount)::text) as value, m.absence
     from audit a ${await countedOn(em.fork(), grid)} where a.edition_id = ?`,
    [edition],
  );
  return inOrder(lines.map(({ audit, criterion, value, absence }) => [audit, criterion, value, absence]));
}

/** The same, by the rule, from what was measured. */
async function countedByRule(edition: string, rows: readonly FateRow[]) {
  const lines = await sql<{ audit: string; channel: string; found: Record<string, Said> }>(
    `select a.id as audit, a.channel_id as channel, coalesce(jsonb_object_agg(m.criterion_id, jsonb_build_object(
       'value', coalesce(m.choice, trim_scale(m.amount)::text), 'absence', m.absence)) filter (where m.id is not null), '{}') as found
     from audit a left join measurement m on m.audit_id = a.id where a.edition_id = ? group by a.id`,
    [edition],
  );
  return inOrder(
    lines.flatMap(({ audit, channel, found }) =>
      [...countedOf(rows, channel, new Map(Object.entries(found)))].map(([criterion, { value, absence }]) => [
        ...[audit, criterion, value, absence],
      ]),
    ),
  );
}
const inOrder = (lines: readonly unknown[][]) => lines.map((line) => JSON.stringify(line)).sort();

let year = 0;
const versions = imagined.chain((edition) =>
  nextOf(edition.rules, 2).chain((second) =>
    nextOf(second.rules, 3).map((third) => ({ edition: { ...edition, policy: null, indicators: [] }, second, third })),
  ),
);

test(
  'what tests of any age count on a version is what the rule says, measurement by measurement',
  { timeout: 120_000 },
  () =>
    fc.assert(
      fc.asyncProperty(versions, async ({ edition, second, third }) => {
        year += 1;
        const { id } = await writeEdition(em.fork(), year, edition);
        let [{ base }] = (await sql('select id as base from grid where edition_id = ?', [id])) as [{ base: string }];
        await sql('update grid set frozen_at = now() where id = ?', [base]);
        for (const [i, { rules, fates }] of [second, third].entries()) {
          const { version, grid } = await writeDraft(em.fork(), { id, base, number: i + 2 }, rules, fates);
          const read = await rowsOf(em.fork(), await draftOf(em.fork(), version));
          if (!('rows' in read)) throw new Error(JSON.stringify(read.faults));
          await writeRows(em.fork(), { id: grid }, read.rows);
          await sql('update grid set draft = false where id = ?', [grid]);
          expect(await countedBy(id, { id: grid, number: i + 2 })).toEqual(await countedByRule(id, read.rows));
          base = grid;
        }
      }),
      { numRuns: 25, endOnFailure: true },
    ),
);
