import type { EntityManager } from '@mikro-orm/postgresql';
import type Fraction from 'fraction.js';
import { countedOn } from '../audit/counted.ts';
import type { Criterion } from '../grid/criterion.ts';
import type { Grid } from '../grid/grid.ts';
import { Refusal } from '../kernel/errors.ts';
import { type Absence, type Tally, tallyOfPoints } from '../score/measure.rules.ts';
import { pointsOf, refusalOf } from '../score/scale.rules.ts';

/** What the tests of one structure found, summed up by criterion. */
export type Tallies = ReadonlyMap<string, Tally>;

/** All that the tests of one structure found, in one text: "3=1;3!REFUSED;12=4.5". */
interface Line {
  readonly enrolment: string;
  readonly said: string;
}

/**
 * Sums up the validated tests of some structures, criterion by criterion. PostgreSQL gathers what each structure's
 * tests found into one text; points come from the rules themselves, once per distinct answer. Summing the points in
 * PostgreSQL instead was measured twice as slow, and would say the arithmetic a second time. `answers` remembers what
 * each distinct answer is worth from one call to the next. Refused when a value no longer fits its scale.
 */
export async function talliesOf(
  em: EntityManager,
  grid: Grid,
  enrolments: readonly string[],
  answers = new Map<string, Answer>(),
): Promise<ReadonlyMap<string, Tallies>> {
  const criteria = grid.channels.getItems().flatMap(({ criteria }) => criteria.getItems());
  const lines: Line[] = await em.execute(
    `select e.id as enrolment, found.said
     from unnest(?::uuid[]) e (id), lateral (
       select string_agg(c.place || case when m.absence is null then '=' else '!' end ||
         coalesce(m.absence, m.choice, trim_scale(m.amount)::text), ';') as said
       from audit a ${await countedOn(em, grid)}
         join unnest(?::uuid[]) with ordinality as c (id, place) on c.id = m.criterion_id
       where a.enrolment_id = e.id and a.state = 'VALIDATED'
     ) found
     where found.said is not null`,
    [`{${enrolments.join(',')}}`, `{${criteria.map(({ id }) => id).join(',')}}`],
  );
  return new Map(lines.map(({ enrolment, said }) => [enrolment, talliesIn(said, criteria, answers)]));
}

/** What one answer is worth, and at which place of the grid. */
export interface Answer {
  readonly place: number;
  readonly worth: Fraction | Absence;
}

/** Cut by hand: `split` makes a list of hundreds of texts for each structure, and takes a third more time in all. */
function talliesIn(said: string, criteria: readonly Criterion[], answers: Map<string, Answer>): Tallies {
  const found = criteria.map((): (Fraction | Absence)[] => []);
  for (let from = 0, to = 0; from < said.length; from = to + 1) {
    to = said.indexOf(';', from);
    if (to < 0) to = said.length;
    const text = said.slice(from, to);
    let answer = answers.get(text);
    if (!answer) {
      answer = answerOf(text, criteria);
      if (answers.size < MOST_ANSWERS) answers.set(text, answer);
    }
    found[answer.place]?.push(answer.worth);
  }
  const tallies = new Map<string, Tally>();
  for (const [place, own] of found.entries())
    if (own.length > 0) tallies.set((criteria[place] as Criterion).code, tallyOfPoints(own));
  return tallies;
}

const MOST_ANSWERS = 100_000;

function answerOf(text: string, criteria: readonly Criterion[]): Answer {
  const mark = text.search(/[=!]/);
  const place = Number(text.slice(0, mark)) - 1;
  const said = text.slice(mark + 1);
  if (text[mark] === '!') return { place, worth: said as Absence };
  const { code, label, kind, scale } = criteria[place] as Criterion;
  if (refusalOf(kind, scale, said)) throw new Refusal('VALUE_OUTSIDE_SCALE', { criterion: code, label });
  return { place, worth: pointsOf(scale, said) };
}
