import type { EntityManager } from '@mikro-orm/postgresql';
import { sourcesOf } from '../audit/counted.ts';
import { timedOf } from '../audit/delay.service.ts';
import { closingOf } from '../audit/event.rules.ts';
import { localDayOf } from '../delay/calendar.rules.ts';
import { curveOf } from '../delay/curve.rules.ts';
import { type Delay, delayOf, isInDays } from '../delay/delay.rules.ts';
import { placeOf } from '../delay/place.rules.ts';
import { Edition } from '../edition/edition.ts';
import { COUNTED } from '../enrolment/counted.ts';
import { Enrolment } from '../enrolment/enrolment.ts';
import { gridOf } from '../grid/grid.service.ts';
import { Refusal } from '../kernel/errors.ts';
import { rounded } from '../score/exact.rules.ts';
import type { CurveGroup, DelayCurve } from './delay.ts';

const TREATMENT =
  'A request without an answer by the last day on which one counts stays in the base as not answered, within any delay. ' +
  'The estimate beside the share leaves it out only from the day it was lost sight of.';

interface Sent {
  readonly enrolment: Enrolment;
  readonly delay: Delay;
}

/**
 * How the requests of an edition were answered on one criterion: all of them first, then group by group. Refused for
 * a criterion whose delay is not in days, or not derived from events.
 */
export async function delayCurves(
  em: EntityManager,
  now: Date,
  editionId: string,
  code: string,
  by: CurveGroup | null,
): Promise<DelayCurve[]> {
  const edition = await em.findOneOrFail(Edition, { id: editionId });
  const grid = await gridOf(em, editionId);
  const criteria = grid.channels.getItems().flatMap(({ criteria }) => criteria.getItems());
  const criterion = criteria.find((each) => each.code === code);
  if (!criterion) throw new Refusal('NOT_FOUND');
  if (!criterion.delay || !isInDays(criterion.delay)) throw new Refusal('DELAY_NOT_IN_DAYS');
  const sent = await sentOf(em, now, edition, await sourcesOf(em, grid, criterion.id));
  const groups = by === null ? [] : [...Map.groupBy(sent, ({ enrolment }) => groupOf(by, enrolment).code ?? '')];
  return [
    curve(sent, { code: null, label: null }),
    ...groups
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, own]) => curve(own, groupOf(by as CurveGroup, (own[0] as Sent).enrolment))),
  ];
}

/** The requests of validated tests, each with its delay; before the closing day they are followed up to today. */
async function sentOf(em: EntityManager, now: Date, edition: Edition, criteria: readonly string[]): Promise<Sent[]> {
  const enrolments: Enrolment[] = await em.find(
    Enrolment,
    { edition, ...COUNTED },
    { populate: ['structure', 'category'] },
  );
  const known = new Map(enrolments.map((each) => [each.id, each]));
  const closing = closingOf(edition);
  const timed = (await timedOf(em, edition.id, criteria)).filter(({ rule }) => isInDays(rule));
  return timed.flatMap(({ enrolment, validated, neutralised, rule, events, ...structure }): Sent[] => {
    const owner = known.get(enrolment);
    const place = placeOf(structure);
    const today = localDayOf(now.toISOString(), place);
    const delay = delayOf(rule, events, closing && closing < today ? closing : today, place);
    return validated && !neutralised && owner && delay ? [{ enrolment: owner, delay }] : [];
  });
}

function curve(
  sent: readonly Sent[],
  group: { readonly code: string | null; readonly label: string | null },
): DelayCurve {
  const answered = sent.filter(({ delay }) => 'value' in delay).length;
  return {
    ...{ group: group.code, label: group.label, treatment: TREATMENT },
    ...{ base: sent.length, answered, unanswered: sent.length - answered },
    lines: curveOf(sent.map(({ delay }) => delay)).map(({ day, answered, waiting, share, estimate }) => ({
      ...{ day, answered, waiting, share: rounded(share, 6), shareExact: share.toFraction() },
      ...{ estimate: rounded(estimate, 6), estimateExact: estimate.toFraction() },
    })),
  };
}

function groupOf(by: CurveGroup, { category, structure }: Enrolment): { code: string | null; label: string | null } {
  const { code, label } = category.getEntity();
  const { kind, regionCode } = structure.getEntity();
  return by === 'CATEGORY' ? { code, label } : { code: by === 'KIND' ? kind : (regionCode ?? ''), label: null };
}
