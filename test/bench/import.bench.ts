import 'reflect-metadata';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, describe, expect, test } from 'vitest';
import { readTable } from '../../server/kernel/sheet.ts';
import { type BackOffice, makeBackOffice } from '../support/back-office.ts';
import { type Cost, processorOf } from '../support/cost.ts';
import { importing, type Run } from '../support/importing.ts';

/**
 * All communes of France from one file, with every check, beside what nothing can go below: reading the file, and
 * PostgreSQL's own COPY of the same rows into the same table. Both in one run, turn by turn. An import is examined, then
 * applied, which reads and judges it again: each is held to the budget, and the memory of the process to its own.
 */
const BUDGET = 3;
const MEMORY_MB = 400;
const ROUNDS = 3;

interface Commune {
  readonly code: string;
  readonly nom: string;
  readonly type: string;
  readonly departement?: string;
  readonly region?: string;
  readonly siren?: string;
  readonly population?: number;
}
const all: Commune[] = createRequire(import.meta.url)('@etalab/decoupage-administratif/data/communes.json');
const communes = all.filter(({ type }) => type === 'commune-actuelle');
const heads = ['reference', 'nom', 'type', 'siren', 'code_insee', 'departement', 'region', 'population'];
const rows = communes.map(({ code, nom, siren, departement, region, population }) => [
  ...[code, nom, 'Commune', siren ?? '', code, departement ?? '', region ?? '', population ?? ''],
]);

/** A database a round: each starts from an empty register. */
const offices = await Promise.all(
  ['csv', 'xlsx'].map(async (kind) => {
    const rounds = [];
    for (let round = 0; round < ROUNDS; round++) rounds.push(await makeBackOffice(`import_bench_${kind}_${round}`));
    return rounds;
  }),
);
const folder = await mkdtemp(join(tmpdir(), 'copy-'));
await chmod(folder, 0o755);
afterAll(() => rm(folder, { recursive: true }));
const copied = join(folder, 'communes.tsv');
const line = (row: readonly unknown[]) =>
  row.map((cell, i) => (cell === '' ? '\\N' : i === 2 ? 'COMMUNE' : cell)).join('\t');
await writeFile(copied, rows.map(line).join('\n'));

const files = {
  CSV: Buffer.from([heads, ...rows].map((row) => row.join(';')).join('\n')),
  XLSX: Buffer.from(await writeXlsx({ sheets: [{ name: 'Communes', rows: [heads, ...rows] }] })),
};

/** What a piece of work costs: on the clock, of processor here and in PostgreSQL, and of memory here. */
async function costOf({ sql }: BackOffice, work: () => Promise<unknown>): Promise<Cost> {
  const inPostgres = async () => {
    const backends = await sql<{ pid: number }>('select pid from pg_stat_activity where datname = current_database()');
    return backends.reduce((sum, { pid }) => sum + processorOf(pid), 0);
  };
  globalThis.gc?.();
  const [before, held, here, started] = [
    ...[await inPostgres(), process.memoryUsage.rss(), process.cpuUsage(), performance.now()],
  ] as const;
  let most = held;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 10);
  await work();
  clearInterval(watch);
  const wall = performance.now() - started;
  const { user, system } = process.cpuUsage(here);
  const processor = (user + system) / 1000 + (await inPostgres()) - before;
  return { wall, processor, memory: (most - held) / 2 ** 20 };
}

const kinds = Object.entries(files).map(([kind, bytes], i) => ({ kind, bytes, rounds: offices[i] ?? [] }));

describe('the communes of France', () => {
  test.each(kinds)(
    'are imported from $kind within the budget',
    { timeout: 900_000 },
    async ({ kind, bytes, rounds }) => {
      const found: Readonly<Record<'parse' | 'copy' | 'examine' | 'apply', Cost>>[] = [];
      for (const office of rounds) {
        const { examined, applied } = importing(office);
        const parse = await costOf(office, () => readTable(bytes));
        const copy = await costOf(office, () => copyOnly(office));
        let run = {} as Run;
        const examine = await costOf(office, async () => {
          run = await examined('STRUCTURE', bytes);
        });
        expect(run).toMatchObject({ rows: communes.length, created: communes.length, faultCount: 0 });
        const apply = await costOf(office, async () => {
          run = await applied(run);
        });
        expect(run).toMatchObject({ state: 'IMPORTED' });
        found.push({ parse, copy, examine, apply });
      }
      const middle = (of: (one: (typeof found)[number]) => number) =>
        found.map(of).toSorted((a, b) => a - b)[found.length >> 1] ?? Number.NaN;
      console.log(`\n${communes.length} communes, ${kind}`);
      for (const step of ['parse', 'copy', 'examine', 'apply'] as const) {
        const [wall, processor, memory] = (['wall', 'processor', 'memory'] as const).map((of) =>
          middle((one) => one[step][of]).toFixed(0),
        );
        console.log(`  ${step.padEnd(8)} ${wall} ms, ${processor} ms of processor, memory +${memory} MB`);
      }
      for (const step of ['examine', 'apply'] as const)
        for (const of of ['wall', 'processor'] as const) {
          const ratio = middle((one) => one[step][of] / (one.parse[of] + one.copy[of]));
          console.log(`  ${step}: ${ratio.toFixed(2)} times parse and copy, ${of}`);
          expect(ratio).toBeLessThan(BUDGET);
        }
      expect(Math.max(...found.map(({ examine, apply }) => Math.max(examine.memory, apply.memory)))).toBeLessThan(
        MEMORY_MB,
      );
    },
  );
});

/** What PostgreSQL alone takes for the same rows, in the same table; undone. */
const copyOnly = ({ em }: BackOffice): Promise<void> =>
  em
    .fork()
    .transactional(async (em) => {
      await em.execute(`copy structure (reference, name, kind, siren, insee_code, department_code, region_code, population)
        from '${copied}'`);
      throw new Undone();
    })
    .catch((error) => {
      if (!(error instanceof Undone)) throw error;
    });

class Undone extends Error {}
