import type { EntityManager } from '@mikro-orm/postgresql';
import { ChannelCode } from '../../server/kernel/kinds.ts';
import type { IndicatorRule } from '../../server/score/indicator.rules.ts';
import type { CriterionKind, Scale } from '../../server/score/scale.rules.ts';

/** How large an imagined edition is: so many structures, each tested so often on each channel. */
export interface Bulk {
  readonly structures: number;
  readonly channels: number;
  readonly criteria: number;
  readonly tests: number;
}

/** As many measurements a structure as the barometer of 2022, about: 360. */
export const wide = { channels: 6, criteria: 10, tests: 6 };

const line = (zeroAt: string, oneAt: string): Scale => ({ type: 'LINEAR', zeroAt, oneAt });
const yes: Scale = { type: 'YES_NO', yes: '1', no: '0' };
const rings: Scale = {
  ...{ type: 'STEPS', beyond: '0' },
  steps: [4, 6, 9].map((below, i) => ({ below: String(below), points: ['1', '0.5', '0.25'][i] ?? '0' })),
};
const tone: Scale = {
  type: 'CHOICE',
  choices: ['clear', 'partial', 'obscure'].map((code, i) => ({
    code,
    label: code,
    points: ['1', '0.5', '0'][i] ?? '',
  })),
};

/** Ten criteria as those of a real channel, each with how a value is drawn in SQL from a number `r` from 0 to 1. */
const kinds: readonly (readonly [kind: CriterionKind, scale: Scale, drawn: string])[] = [
  ...[1, 2, 3, 4].map(() => ['YES_NO', yes, '(r < 0.7)::int'] as const),
  ...[1, 2].map(() => ['SCALE', line('0', '5'), 'floor(r * 6)'] as const),
  ['COUNT', rings, 'floor(r * 12)'],
  ['CHOICE', tone, 'null'],
  ['DURATION', line('15', '0.5'), 'round((r * 20)::numeric, 2)'],
  ['SHARE', line('0', '1'), 'round(r::numeric, 1)'],
];

const indicators: Readonly<Record<string, IndicatorRule>> = {
  structures: { type: 'STRUCTURES' },
  yes: { type: 'SHARE', criteria: ['c0.0'], passes: 'YES' },
  quick: { type: 'SHARE', criteria: ['c1.8'], passes: { below: '5' }, among: { criterion: 'c1.0', answer: 'YES' } },
  delay: { type: 'MEAN', criterion: 'c1.8' },
  channel: { type: 'CHANNEL_SCORE', channel: 'PHONE' },
  category: { type: 'CATEGORY_SCORE', category: 'k0' },
};

/**
 * Writes an edition ready to be scored, ten categories, and answers its id: its tests come channel by channel, structure
 * after structure, as files do. Drawn by PostgreSQL, the same each time,
 * with its triggers asleep: millions of measurements are there in a minute, their digests as the trigger makes them.
 */
export function makeBulkEdition(em: EntityManager, year: number, size: Bulk): Promise<string> {
  return em.transactional(async (em) => {
    const sql = <Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> => em.execute(text, [...values]);
    await sql('set local session_replication_role = replica');
    await sql('select setseed(0.22)');
    const [edition] = await sql<{ id: string }>(
      `insert into edition (year, ordinal, label, phase, provenance, sources) values (?, ?, 'Bulk', 'CONTROL', 'SIMULATED', '{}') returning id`,
      [year, year % 1000],
    );
    const id = edition?.id ?? '';
    await makeGrid(sql, id, size);
    await makePanel(sql, id, size);
    await sql(
      `insert into audit (edition_id, enrolment_id, channel_id, reference, performed_on, state)
       select ?, e.id, c.id, s.reference || '-' || c.code || '-' || t, date '2022-05-02' + t, 'VALIDATED'
       from enrolment e join structure s on s.id = e.structure_id
         cross join (select c.* from channel c join grid g on g.id = c.grid_id where g.edition_id = ?) c
         cross join generate_series(1, ?) t
       where e.edition_id = ? order by c.position, s.reference, t`,
      [id, id, size.tests, id],
    );
    await makeMeasurements(sql, id);
    await sql('analyze');
    return id;
  });
}

type Sql = <Row>(text: string, values?: readonly unknown[]) => Promise<Row[]>;

async function makeGrid(sql: Sql, edition: string, { channels, criteria }: Bulk): Promise<void> {
  const [grid] = await sql<{ id: string }>('insert into grid (edition_id) values (?) returning id', [edition]);
  const [step] = await sql<{ id: string }>(
    `insert into journey_step (grid_id, code, label, position) values (?, 'all', 'All', 0) returning id`,
    [grid?.id],
  );
  for (const [c, code] of Object.values(ChannelCode).slice(0, channels).entries()) {
    const [channel] = await sql<{ id: string }>(
      'insert into channel (grid_id, code, label, weight, position) values (?, ?, ?, ?, ?) returning id',
      [grid?.id, code, code, 1 + (c % 3), c],
    );
    for (let i = 0; i < criteria; i += 1) {
      const [kind, scale] = kinds[i % kinds.length] as (typeof kinds)[number];
      await sql(
        `insert into criterion (channel_id, step_id, code, label, kind, weight, scale, position) values (?, ?, ?, ?, ?, ?, ?::jsonb, ?)`,
        [channel?.id, step?.id, `c${c}.${i}`, `c${c}.${i}`, kind, String(1 + (i % 4) / 2), JSON.stringify(scale), i],
      );
    }
  }
  for (const [position, [code, rule]] of Object.entries(indicators).entries())
    await sql(
      `insert into indicator (grid_id, code, label, unit, base, rule, position) values (?, ?, ?, 'SCORE', 'all', ?::jsonb, ?)`,
      [grid?.id, code, code, JSON.stringify(rule), position],
    );
}

async function makePanel(sql: Sql, edition: string, { structures }: Bulk): Promise<void> {
  await sql(
    `insert into category (edition_id, code, label, position, kinds, department_codes, region_codes)
     select ?, 'k' || k, 'k' || k, k, '{COMMUNE}', '{}', '{}' from generate_series(0, 9) k`,
    [edition],
  );
  await sql(
    `with made as (
       insert into structure (reference, name, kind) select 'B' || ? || lpad(n::text, 6, '0'), 'Structure ' || n, 'COMMUNE'
       from generate_series(1, ?) n returning id, reference
     )
     insert into enrolment (edition_id, structure_id, category_id, certifications)
     select ?, m.id, k.id, '{}' from made m join category k on k.edition_id = ? and k.position = right(m.reference, 1)::int`,
    [edition.slice(0, 8), structures, edition, edition],
  );
}

/** One value in ten is absent, each reason as often; one choice in three of each. Then the digests. */
async function makeMeasurements(sql: Sql, edition: string): Promise<void> {
  const drawn = kinds.map(([, , value], i) => `when ${i} then ${value}`).join(' ');
  await sql(
    `insert into measurement (audit_id, criterion_id, amount, choice, absence)
     select audit, criterion, case when absence is null then case place ${drawn} end end,
       case when absence is null and kind = 'CHOICE' then (array['clear', 'partial', 'obscure'])[1 + floor(r * 3)::int] end, absence
     from (
       select a.id as audit, c.id as criterion, c.kind, c.position % ${kinds.length} as place, random() as r,
         (array['NOT_APPLICABLE', 'NOT_OFFERED', 'NOT_OBSERVED', 'REFUSED'])[1 + floor(random() * 40)::int] as absence
       from audit a join criterion c on c.channel_id = a.channel_id where a.edition_id = ? order by a.reference, c.code
     ) found`,
    [edition],
  );
  await sql(
    `update audit set digest = found.digest
     from (
       select a.id, encode(sha256(convert_to(string_agg(
         c.code || '=' || coalesce(m.absence, m.choice, trim_scale(m.amount)::text), ';' order by c.code collate "C"),
         'UTF8')), 'hex') as digest
       from audit a join measurement m on m.audit_id = a.id join criterion c on c.id = m.criterion_id
       where a.edition_id = ? group by a.id
     ) found where audit.id = found.id`,
    [edition],
  );
}
