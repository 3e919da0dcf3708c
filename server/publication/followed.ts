import type { EntityManager } from '@mikro-orm/postgresql';
import { breaksBetween, isBreak } from '../comparison/break.rules.ts';
import { compareEditions } from '../comparison/comparison.service.ts';
import type { ComparedMean } from '../comparison/comparison.ts';
import { gridOfRun } from '../comparison/reading.ts';
import { Edition } from '../edition/edition.ts';
import { Refusal } from '../kernel/errors.ts';
import { type PublishedRows, publishedMeans } from '../partner/published.ts';
import { latestRun } from '../ranking/score.service.ts';
import type { ScoreRun } from '../ranking/score.ts';
import { isFew, isFollowed } from './followed.rules.ts';

type After = Pick<PublishedRows['mean'][number], 'comparability' | 'previous' | 'like_for_like' | 'common_count'>;

/** How a mean follows on from the edition before: by its code, its channel, and whether it is told. */
export type Followed = (code: string, channel: string | null, told: boolean) => After;

const nothing = { previous: null, like_for_like: null, common_count: null };

/** What comes before the means of an edition: what was published of the year before, and what can be compared. */
export async function followedBy(em: EntityManager, edition: Edition, run: ScoreRun | null): Promise<Followed> {
  const before = await publishedMeans(em, edition.year - 1);
  if (before.size === 0) return () => ({ comparability: 'FIRST', ...nothing });
  const previous = await em.findOne(Edition, { year: edition.year - 1 });
  const was = previous && (await latestRun(em, previous.id));
  const breaks = run && was && breaksBetween(await gridOfRun(em, was), await gridOfRun(em, run));
  const compared = breaks && previous ? await comparedOf(em, edition, previous) : new Map<string, ComparedMean>();
  return (code, channel, told) => {
    if (!before.has(code)) return { comparability: 'FIRST', ...nothing };
    const own = channel === null ? breaks?.overall : breaks?.channels.find((each) => each.channel === channel);
    const last = before.get(code) ?? null;
    // Where the one mean is withheld, the other and the change would tell it.
    const same = told && last !== null ? compared.get(code) : undefined;
    return {
      comparability: own && !isBreak(own) ? 'COMPARABLE' : 'BROKEN',
      previous: last,
      like_for_like: same?.likeForLike?.value ?? null,
      common_count: same?.likeForLike ? same.bothCount : null,
    };
  };
}

/**
 * The changes at the same criteria, rules and structures that may be told, by the code of their mean. They speak of the
 * structures of both editions: the stricter of their two thresholds holds.
 */
async function comparedOf(
  em: EntityManager,
  edition: Edition,
  previous: Edition,
): Promise<ReadonlyMap<string, ComparedMean>> {
  const fewest = Math.max(edition.fewestContributors, previous.fewestContributors);
  try {
    const { global, categories, channels } = await compareEditions(em, edition.id, previous.id);
    const isTold = (each: ComparedMean) =>
      isFollowed({ ...each, change: each.likeForLike && Number(each.likeForLike.value) }, fewest);
    // Nobody must be told by a difference: neither those who came or went, nor those of the categories left out.
    const untold = categories.filter((each) => !isTold(each)).reduce((count, { bothCount }) => count + bothCount, 0);
    const all: (readonly [string, ComparedMean])[] = [
      ...(isFew(untold, fewest) ? [] : [['all/overall', global] as const]),
      ...categories.map((each) => [`category.${each.code}/overall`, each] as const),
      ...channels.map((each) => [`all/channel.${each.code}`, each] as const),
    ];
    return new Map(all.filter(([, each]) => isTold(each)));
  } catch (error) {
    if (error instanceof Refusal) return new Map();
    throw error;
  }
}
