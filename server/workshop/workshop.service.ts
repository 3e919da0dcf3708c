import type { EntityManager } from '@mikro-orm/postgresql';
import Fraction from 'fraction.js';
import { Category } from '../edition/category.ts';
import { Enrolment } from '../enrolment/enrolment.ts';
import { gridOf } from '../grid/grid.service.ts';
import type { AbsencePolicy, Grid } from '../grid/grid.ts';
import { readPolicy, rulesInForce } from '../grid/policy.service.ts';
import { ScoringPolicy } from '../grid/policy.ts';
import { Refusal } from '../kernel/errors.ts';
import type { ChannelDetail } from '../ranking/detail.rules.ts';
import { type Enrolled, inputsOf } from '../ranking/inputs.ts';
import { placesOf } from '../ranking/ranking.rules.ts';
import { latestRun } from '../ranking/score.service.ts';
import { NOTHING } from '../ranking/scoring.ts';
import { talliesOf } from '../ranking/tallies.ts';
import { rounded } from '../score/exact.rules.ts';
import { policies, type Tally } from '../score/measure.rules.ts';
import { underPolicy } from '../score/policy.rules.ts';
import { type Rules, scoreOfTallies } from '../score/score.rules.ts';
import type { PolicyOutcome, PolicyPlace, PolicyPodium, Workshop, WorkshopEntrant } from './workshop.ts';

interface Standing {
  readonly score: Fraction | null;
  readonly rank: number | null;
}

/** An edition opened for simulation: what its policies make of it, beside what is in force. */
interface Bench {
  readonly grid: Rules;
  readonly inForce: Rules;
  podiumsUnder(rules: Rules): PolicyPodium[];
}

async function benchOf(em: EntityManager, editionId: string): Promise<Bench> {
  const { rules, grid, enrolments } = await inputsOf(em, editionId);
  const ids = enrolments.map(({ id }) => id);
  const tallies = await talliesOf(em, grid, ids);
  const categories = await em.find(Category, { edition: editionId }, { orderBy: { position: 'asc' } });
  const enrolled = await em.find(Enrolment, { edition: editionId }, { populate: ['structure'] });
  const known = new Map<string, Enrolment>(enrolled.map((each) => [each.id, each]));
  const tallyIn: TalliesOf = (id) => (criterion) => tallies.get(id)?.get(criterion.code) ?? NOTHING;
  const inForce = standingsOf(rules, enrolments, tallyIn);
  return {
    ...{ grid: rulesInForce(grid, null), inForce: rules },
    podiumsUnder(rules) {
      const under = standingsOf(rules, enrolments, tallyIn);
      return categories.map((category) => podiumOf(category, enrolments, under, inForce, known));
    },
  };
}

type TalliesOf = (id: string) => (criterion: { readonly code: string }) => Tally;

/**
 * The palmarès under each policy of absence, each applied to every channel in turn, beside the one in force: who moves,
 * and by how much. Nothing is stored.
 */
export async function policyOutcomes(em: EntityManager, editionId: string, floor: string): Promise<PolicyOutcome[]> {
  const bench = await benchOf(em, editionId);
  return policies.map((policy): PolicyOutcome => {
    const everywhere = bench.inForce.channels.map(({ code }) => ({ code, whenAbsent: policy, floor }));
    const categories = bench.podiumsUnder(
      underPolicy(bench.inForce, readPolicy(bench.inForce, { channels: everywhere })),
    );
    return {
      ...{ policy: policy as AbsencePolicy, floor: policy === 'FLOOR' ? floor : null, categories },
      asInForce: categories.every(({ moved }) => moved.length === 0),
    };
  });
}

/** What a whole policy, as staff are about to choose it, would make of the palmarès. */
export async function policyOutcome(em: EntityManager, editionId: string, data: unknown): Promise<PolicyPodium[]> {
  const bench = await benchOf(em, editionId);
  return bench.podiumsUnder(underPolicy(bench.grid, readPolicy(bench.grid, data)));
}

function standingsOf(rules: Rules, enrolments: readonly Enrolled[], tallies: TalliesOf): Map<string, Standing> {
  const scored = enrolments.map(({ id, category }) => ({
    id,
    category,
    score: scoreOfTallies(rules, tallies(id)).score,
  }));
  const ranks = placesOf(scored);
  return new Map(scored.map(({ id, score }) => [id, { score, rank: ranks.get(id) ?? null }]));
}

function podiumOf(
  category: Category,
  enrolments: readonly Enrolled[],
  under: ReadonlyMap<string, Standing>,
  inForce: ReadonlyMap<string, Standing>,
  known: ReadonlyMap<string, Enrolment>,
): PolicyPodium {
  const places = enrolments
    .filter(({ categoryId, id }) => categoryId === category.id && known.has(id))
    .map(({ id }): PolicyPlace => {
      const [now, then] = [inForce.get(id), under.get(id)];
      return {
        ...{ enrolment: known.get(id) as Enrolment, rank: then?.rank ?? null, rankInForce: now?.rank ?? null },
        ...{ score: shown(then?.score), scoreInForce: shown(now?.score) },
      };
    })
    .sort((a, b) => (a.rank ?? 1e6) - (b.rank ?? 1e6) || (a.rankInForce ?? 1e6) - (b.rankInForce ?? 1e6));
  return {
    category,
    podium: places.filter(({ rank }) => rank !== null && rank <= 3),
    moved: places.filter(({ rank, rankInForce }) => rank !== rankInForce),
    rankedCount: places.filter(({ rank }) => rank !== null).length,
  };
}

const shown = (score: Fraction | null | undefined): string | null => (score ? rounded(score, 2) : null);

/** What a simulation in the browser starts from: the scores by channel of the latest run, and the policy it used. */
export async function workshopOf(em: EntityManager, editionId: string): Promise<Workshop> {
  const run = await latestRun(em, editionId);
  if (!run) throw new Refusal('NO_SCORES');
  const grid = await gridOf(em, editionId);
  const policy = run.policy ? await em.findOneOrFail(ScoringPolicy, { id: run.policy.id }) : null;
  const rules = rulesInForce(grid, policy);
  return {
    runNumber: run.number,
    categories: await em.find(Category, { edition: editionId }, { orderBy: { position: 'asc' } }),
    channels: rules.channels.map(({ code, weight, optional, compared, whenAbsent, floor }) => ({
      ...{ code, label: labelIn(grid, code), weight, optional, compared: !optional || compared === true },
      ...{ whenAbsent: (whenAbsent ?? 'RENORMALISE') as AbsencePolicy, floor: floor ?? null },
    })),
    entrants: await entrantsOf(em, run.id, grid),
  };
}

const labelIn = ({ channels }: Grid, code: string): string =>
  channels.getItems().find((channel) => channel.code === code)?.label ?? code;

/** What a run keeps of one channel of one structure. */
interface Part {
  readonly exact: string | null;
  readonly outcome: ChannelDetail['outcome'] | null;
}

async function entrantsOf(em: EntityManager, run: string, { channels }: Grid): Promise<WorkshopEntrant[]> {
  type Line = Pick<WorkshopEntrant, 'id' | 'name' | 'category' | 'rank' | 'score' | 'excluded'>;
  const lines: (Line & { parts: Record<string, Part> | null })[] = await em.execute(
    `select e.id, t.name, c.code as category, o.rank, o.value as score,
       coalesce(o.detail->'exclusion'->>'reason' in ('ABSENCE', 'TOO_LITTLE_DATA'), false) as excluded,
       (select jsonb_object_agg(p.channel_id, jsonb_build_object('exact', p.exact, 'outcome', p.detail->>'outcome'))
        from score p where p.run_id = o.run_id and p.enrolment_id = e.id and p.channel_id is not null
          and p.criterion_id is null) as parts
     from score o join enrolment e on e.id = o.enrolment_id join structure t on t.id = e.structure_id
       join category c on c.id = e.category_id
     where o.run_id = ? and o.channel_id is null order by o.rank nulls last, t.name`,
    [run],
  );
  return lines.map(({ parts, ...line }) => ({
    ...line,
    // Twelve decimals: enough for equals to stay equal once they are weighed in floating point.
    channels: channels.getItems().map(({ id }) => {
      const exact = parts?.[id]?.exact;
      return exact ? rounded(new Fraction(exact), 12) : null;
    }),
    notApplicable: channels
      .getItems()
      .filter(({ id }) => parts?.[id]?.outcome === 'NOT_APPLICABLE')
      .map(({ code }) => code),
  }));
}
