import type { EntityManager } from '@mikro-orm/postgresql';
import { openClaimsOf } from '../claim/own.service.ts';
import { grants } from '../edition/edition.rules.ts';
import { type Edition, EditionPhase, Provenance } from '../edition/edition.ts';
import { SpecialPrize } from '../edition/prize.ts';
import { decisionChainOf } from '../jury/chain.service.ts';
import { DecisionOrigin } from '../jury/decision.ts';
import { PointConsent, PointRemarquable } from '../jury/point.ts';
import { Refusal } from '../kernel/errors.ts';
import { disagreementsIn } from '../minutes/faults.rules.ts';
import { deliberationOf } from '../minutes/minutes.service.ts';
import { currentRun } from '../ranking/score.service.ts';
import type { ScoreRun } from '../ranking/score.ts';
import { Award, type Trophy } from '../trophy/trophy.ts';
import { type Blocker, BlockerCode, blocked } from './blocker.ts';

/** What blockers are looked for in. */
export interface Publishable {
  readonly edition: Edition;
  readonly run: ScoreRun | null;
  readonly trophies: readonly Trophy[];
}

type Finder = (em: EntityManager, found: Publishable) => Promise<Blocker[]>;

/** Everything that keeps an edition from being published, room by room. One that only sources tell has no rooms. */
export async function blockersOf(em: EntityManager, found: Publishable): Promise<Blocker[]> {
  const rooms =
    found.edition.provenance === Provenance.REPORTED ? [phase] : [phase, scores, claims, awards, panels, chain, points];
  const blockers: Blocker[] = [];
  for (const room of rooms) blockers.push(...(await room(em, found)));
  return blockers;
}

/** A published edition may be followed by a correction: its next version. */
const phase: Finder = async (_, { edition }) => {
  const open = grants(edition.phase, 'PUBLISH') || edition.phase === EditionPhase.PUBLISHED;
  return open ? [] : [blocked(BlockerCode.NOT_IN_EMBARGO, edition.phase)];
};

const scores: Finder = async (em, { edition, run }) => {
  if (!run) return [blocked(BlockerCode.NO_SCORES)];
  return currentRun(em, edition.id).then(
    () => [],
    (error: unknown) => {
      if (error instanceof Refusal) return [blocked(BlockerCode.SCORES_STALE)];
      throw error;
    },
  );
};

/** No structure waits for an answer. */
const claims: Finder = async (em, { edition }) =>
  (await openClaimsOf(em, edition.id)).map(({ id, structure }) => blocked(BlockerCode.CLAIM_OPEN, structure, id));

/** Each award that is due was decided. */
const awards: Finder = async (em, { edition, trophies }) => {
  const decided = new Set(trophies.map(({ category, prize }) => category?.id ?? prize?.id));
  const prizes = await em.find(SpecialPrize, { edition }, { orderBy: { position: 'asc' } });
  const due = [...edition.categories.getItems().filter(({ awarded }) => awarded), ...prizes];
  return due.filter(({ id }) => !decided.has(id)).map(({ label }) => blocked(BlockerCode.TROPHY_NOT_DECIDED, label));
};

interface Entrusted {
  readonly label: string;
  readonly origin: `${DecisionOrigin}` | null;
  readonly meeting_id: string | null;
  readonly meeting: string | null;
  readonly closed: boolean;
}

/** An award that a panel deliberates on comes from its decision, taken in a meeting whose minutes stand. */
const panels: Finder = async (em, { edition }) => {
  const entrusted = await em.execute<Entrusted[]>(
    `select coalesce(c.label, s.label) as label, d.origin, m.id as meeting_id, m.label as meeting, m.closed_at is not null as closed
     from mandate g join panel p on p.id = g.panel_id
     left join category c on c.id = g.category_id left join special_prize s on s.id = g.prize_id
     join trophy t on t.edition_id = p.edition_id and (t.category_id = g.category_id or t.prize_id = g.prize_id)
     left join lateral (select * from decision d where d.trophy_id = t.id order by number desc limit 1) d on true
     left join agenda_item i on i.decision_id = d.id and i.mandate_id = g.id left join meeting m on m.id = i.meeting_id
     where p.edition_id = ? order by 1`,
    [edition.id],
  );
  const blockers: Blocker[] = [];
  for (const { label, origin, meeting_id, meeting, closed } of entrusted) {
    if (origin !== DecisionOrigin.JURY || !meeting_id) blockers.push(blocked(BlockerCode.DECISION_NOT_OF_PANEL, label));
    else if (!closed) blockers.push(blocked(BlockerCode.MEETING_NOT_CLOSED, meeting, meeting_id));
    else if (disagreementsIn(await deliberationOf(em, meeting_id)).length > 0)
      blockers.push(blocked(BlockerCode.MINUTES_DISAGREE, meeting, meeting_id));
  }
  return [...new Map(blockers.map((each) => [JSON.stringify(each), each])).values()];
};

/** The decisions of the edition still say what they said. */
const chain: Finder = async (em, { edition }) => {
  const { brokenAt } = await decisionChainOf(em, edition.id);
  return brokenAt === null ? [] : [blocked(BlockerCode.CHAIN_BROKEN, String(brokenAt))];
};

/** Each laureate has its point remarquable, approved by someone else than its author and consented to. */
const points: Finder = async (em, { trophies }) => {
  const written: PointRemarquable[] = await em.find(PointRemarquable, { trophy: { $in: [...trophies] } });
  return trophies.flatMap((trophy) => {
    const own = written.filter((point) => point.trophy.id === trophy.id);
    const laureates = trophy.laureates.getItems().filter(({ award }) => award !== Award.RANKED);
    return laureates.flatMap(({ structure }) => {
      const code = lackOf(own.find((point) => point.structure.id === structure.id));
      return code ? [blocked(code, structure.getEntity().name)] : [];
    });
  });
};

function lackOf(point: PointRemarquable | undefined): BlockerCode | null {
  if (!point) return BlockerCode.POINT_REMARQUABLE_MISSING;
  if (!point.approvedAt) return BlockerCode.POINT_NOT_APPROVED;
  if (point.consent === PointConsent.REFUSED) return BlockerCode.CONSENT_REFUSED;
  return point.consent === PointConsent.GIVEN ? null : BlockerCode.CONSENT_MISSING;
}
