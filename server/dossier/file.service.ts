import type { EntityManager } from '@mikro-orm/postgresql';
import { evolutionThrough } from '../comparison/evolution.service.ts';
import { awardOf } from '../jury/candidate.service.ts';
import { Candidate } from '../jury/candidate.ts';
import type { Actor } from '../kernel/actor.ts';
import { AgendaItem, Ballot, ItemState } from '../meeting/item.ts';
import { namesShown } from '../meeting/item.view.service.ts';
import type { Juror } from '../panel/juror.ts';
import { rankingsOf } from '../ranking/ranking.service.ts';
import type { CategoryRanking } from '../ranking/ranking.ts';
import { claimsIn, hiddenClaims } from './claim.service.ts';
import { type Readable, readableAward } from './dossier.policy.ts';
import type { FileCertainty, FileOpinion, FilePoint, JuryFile } from './file.ts';
import { concealed } from './giveaway.rules.ts';
import { identityOf } from './identity.service.ts';
import { Note, Opinion } from './note.ts';

/** The files of the short list of an award, in the order of their codes. */
export async function juryFilesOf(em: EntityManager, actor: Actor, now: Date, mandateId: string): Promise<JuryFile[]> {
  const readable = await readableAward(em, actor, now, mandateId);
  const { mandate, juror } = readable;
  const populate = ['enrolment.structure', 'enrolment.category', 'enrolment.edition'] as const;
  const candidates = await em.find(Candidate, { mandate }, { orderBy: { code: 'asc' }, populate });
  const decided = await em.findOne(AgendaItem, { mandate, state: ItemState.DECIDED });
  const shown = namesShown(mandate, decided);
  const voted = juror !== null && (await em.count(Ballot, { juror, item: { mandate } })) > 0;
  const rankings = new Map<string, CategoryRanking | undefined>();
  const files: JuryFile[] = [];
  for (const candidate of candidates) {
    const { category } = candidate.enrolment.getEntity();
    const edition = candidate.enrolment.getEntity().edition.id;
    if (!rankings.has(category.id)) rankings.set(category.id, (await rankingsOf(em, edition, category.id))[0]);
    files.push({
      ...(await figuresOf(em, candidate, rankings.get(category.id))),
      ...(await wordsOf(em, candidate, readable, shown)),
      ...(await opinionsOf(em, candidate, juror, voted)),
    });
  }
  return files;
}

type Figures = Pick<
  JuryFile,
  'rank' | 'field' | 'equals' | 'score' | 'mean' | 'channels' | 'certainty' | 'evolution' | 'stratum' | 'category'
>;

async function figuresOf(em: EntityManager, { enrolment: of }: Candidate, ranking?: CategoryRanking): Promise<Figures> {
  const enrolment = of.getEntity();
  const line = ranking?.lines.find((each) => each.enrolment.id === enrolment.id);
  const rank = line?.rank ?? null;
  return {
    ...{ rank, stratum: enrolment.stratum, category: enrolment.category.getProperty('label') },
    ...{ score: line?.score ?? null, mean: ranking?.mean ?? null, field: ranking?.structureCount ?? 0 },
    equals: rank === null ? 0 : (ranking?.lines.filter((each) => each.rank === rank).length ?? 0),
    channels: (line?.channels ?? []).map(({ channel: { code, label }, score, mean }) => ({ code, label, score, mean })),
    certainty: line?.robustness ? certaintyOf(line.robustness) : null,
    evolution: await pointsOf(em, enrolment.structure.id, enrolment.edition.getProperty('year')),
  };
}

const certaintyOf = (known: FileCertainty): FileCertainty => ({
  ...{ scoreLow: known.scoreLow, scoreHigh: known.scoreHigh, rankLow: known.rankLow, rankHigh: known.rankHigh },
  ...{ tiedFrom: known.tiedFrom, tiedTo: known.tiedTo, reason: known.reason },
});

async function pointsOf(em: EntityManager, structure: string, until: number): Promise<FilePoint[]> {
  const points = await evolutionThrough(em, { structure, edition: { year: { $lte: until } } }, () => false);
  return points.map(({ edition: { year }, score, rank, field, broken }) => ({ year, score, rank, field, broken }));
}

type Words = Pick<JuryFile, 'id' | 'mandateId' | 'award' | 'code' | 'name' | 'presentation' | 'claims' | 'withdrawn'>;

async function wordsOf(em: EntityManager, candidate: Candidate, { mandate }: Readable, shown: boolean): Promise<Words> {
  const { id, code, presentation, withdrawnMotive, enrolment } = candidate;
  const structure = enrolment.getEntity().structure.getEntity();
  const award = await awardOf(mandate);
  const hide = async (text: string) => (shown ? text : concealed(text, await identityOf(em, structure)));
  return {
    ...{ id, code, mandateId: mandate.id, award: (award.category ?? award.prize).label },
    name: shown ? structure.name : null,
    presentation: presentation && (await hide(presentation)),
    claims: await hiddenClaims(await claimsIn(em, candidate), hide),
    withdrawn: withdrawnMotive && (await hide(withdrawnMotive)),
  };
}

/** One’s own note and opinion; those of the others once one has given one’s own, or voted. */
async function opinionsOf(em: EntityManager, candidate: Candidate, juror: Juror | null, voted: boolean) {
  if (!juror) return { note: null, opinion: null, opinions: null };
  const note = await em.findOne(Note, { juror, candidate });
  const all = await em.find(Opinion, { candidate }, { populate: ['juror'], orderBy: { createdAt: 'asc', id: 'asc' } });
  const own = all.find((opinion) => opinion.juror.id === juror.id);
  const others = all.filter((opinion) => opinion !== own).map(toldOf);
  return { note: note?.content ?? null, opinion: own?.content ?? null, opinions: own || voted ? others : null };
}

function toldOf({ juror, content, createdAt }: Opinion): FileOpinion {
  const { name, leftAt } = juror.getEntity();
  return { name, former: leftAt !== null, text: content, at: createdAt };
}
