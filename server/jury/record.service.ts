import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../kernel/actor.ts';
import type { ScoreRun } from '../ranking/score.ts';
import { Structure } from '../structure/structure.ts';
import type { Trophy } from '../trophy/trophy.ts';
import { followsRanking } from '../vote/decision.rules.ts';
import type { Choice } from './decision.service.ts';
import { Decision, DecisionOrigin } from './decision.ts';
import {
  type DecisionRecord,
  type DeliberationRecord,
  RECORD_FORMAT,
  type StructureRecord,
  textOf,
} from './record.rules.ts';
import { type Award, type Placed, rulesOf } from './standing.service.ts';

/** What was decided, and all it rests on. */
export interface Decided {
  readonly award: Award;
  readonly trophy: Trophy;
  readonly run: ScoreRun;
  readonly placed: readonly Placed[];
  readonly choice: Choice;
  readonly deliberation: DeliberationRecord | null;
}

/**
 * Writes a decision into the chain of its edition: it cites the hash of the one before it, and the first on the same
 * award when it corrects it. The caller holds the edition, so that two never follow the same one.
 */
export async function chainDecision(em: EntityManager, actor: Actor, now: Date, decided: Decided): Promise<Decision> {
  const { award, trophy, run, placed, choice, deliberation } = decided;
  const edition = await (award.category ?? award.prize).edition.loadOrFail();
  const before = await em.findOne(Decision, { edition }, { orderBy: { number: 'desc' } });
  const first = await em.findOne(Decision, { trophy }, { orderBy: { number: 'asc' } });
  const origin = deliberation ? DecisionOrigin.JURY : DecisionOrigin.STAFF;
  const { structureIds, pointRemarquable, motive } = choice;
  const follows = followsRanking(placed, structureIds, rulesOf(award));
  const number = (before?.number ?? 0) + 1;
  const record = textOf({
    ...{ format: RECORD_FORMAT, number, previous: before?.hash ?? null, corrects: first?.hash ?? null, origin },
    edition: { year: edition.year, ordinal: edition.ordinal, label: edition.label },
    award: awardRecord(award),
    ...{ decidedAt: now.toISOString(), recordedBy: { id: actor.id, name: actor.name }, rules: rulesRecord(award) },
    run: { number: run.number, inputsHash: run.inputsHash, engine: run.engine },
    ...(await namesIn(em, placed, choice)),
    ...{ pointRemarquable, followsRanking: follows, motive, deliberation },
  });
  return em.create(Decision, {
    ...{ createdAt: await instant(em), edition, number, origin, record, previousHash: before?.hash ?? null },
    ...{ hash: hashOfRecord(record), corrects: first, trophy, run, structureIds: [...structureIds] },
    ...{ pointRemarquable, motive, followsRanking: follows, decidedAt: now, decidedBy: actor.id },
  });
}

/** SHA-256 of the text of a record, in hexadecimal. */
export const hashOfRecord = (text: string): string => createHash('sha256').update(text).digest('hex');

/** now() is when the transaction began, before it waited for its turn: the last decision must read as the last. */
async function instant(em: EntityManager): Promise<Date> {
  const [{ at }] = (await em.execute('select clock_timestamp() as at')) as [{ at: Date }];
  return at;
}

const awardRecord = ({ category, prize }: Award): DecisionRecord['award'] => ({
  kind: category ? 'TROPHY' : 'PRIZE',
  code: (category ?? prize).code,
  label: (category ?? prize).label,
});

function rulesRecord(award: Award): DecisionRecord['rules'] {
  const { awardField, awardMinimum, tieRule, tieChannel, mostLaureates, mayBeWithheld, mentionAllowed, free } =
    rulesOf(award);
  return {
    ...{ minimumField: awardField, minimumScore: awardMinimum, tieRule: tieRule ?? 'SHARED', tieChannel },
    ...{ mostLaureates: mostLaureates ?? null, mayBeWithheld: mayBeWithheld ?? true },
    ...{ mentionAllowed: mentionAllowed ?? true, free: free ?? false },
  };
}

/** The field of an award and its laureates, by name. */
async function namesIn(em: EntityManager, placed: readonly Placed[], { structureIds, mentions = [] }: Choice) {
  const ids = [...placed.map(({ structureId }) => structureId), ...structureIds];
  const structures: Structure[] = await em.find(Structure, { id: { $in: ids } });
  const known = new Map(structures.map(({ id, reference, name }) => [id, { id, reference, name }]));
  const of = (id: string): StructureRecord => known.get(id) ?? { id, reference: '', name: '' };
  return {
    field: placed.map(({ structureId, rank, score, eligible, tieRank }) => ({
      ...{ structure: of(structureId), rank, score: score?.toFraction() ?? null, eligible, tieRank: tieRank ?? null },
    })),
    laureates: structureIds.map((id) => ({
      structure: of(id),
      mention: mentions.find(({ structureId }) => structureId === id)?.mention ?? null,
    })),
  };
}
