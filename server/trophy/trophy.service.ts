import type { EntityManager } from '@mikro-orm/postgresql';
import { Category } from '../edition/category.ts';
import { editionGranting } from '../edition/edition.service.ts';
import { Edition } from '../edition/edition.ts';
import type { Confidence } from '../edition/figure.ts';
import type { SpecialPrize } from '../edition/prize.ts';
import { Refusal } from '../kernel/errors.ts';
import { Structure } from '../structure/structure.ts';
import { Award, Laureate, Trophy } from './trophy.ts';

/** What is given: the trophy of a category, or a special prize. */
export interface Given {
  readonly category: Category | null;
  readonly prize: SpecialPrize | null;
}

/** Gives an award, or leaves it without a laureate. What was given before is replaced; what was handed over stays so. */
export async function giveTrophy(
  em: EntityManager,
  { category, prize }: Given,
  structures: readonly Structure[],
  mentions: ReadonlyMap<string, string> = new Map(),
): Promise<Trophy> {
  const edition = (category ?? prize)?.edition;
  if (!edition) throw new Refusal('NOT_FOUND');
  const before = await em.findOne(Trophy, { edition, category, prize }, { populate: ['laureates'] });
  const trophy = before ?? em.create(Trophy, { edition, category, prize });
  const handed = new Map([...trophy.laureates].map(({ structure, handedOn }) => [structure.id, handedOn]));
  for (const laureate of [...trophy.laureates]) em.remove(laureate);
  const award = prize ? Award.PRIZE : Award.TROPHY;
  for (const structure of structures)
    em.create(Laureate, {
      ...{ trophy, structure, award, rank: 1, mention: mentions.get(structure.id) ?? null },
      handedOn: handed.get(structure.id) ?? null,
    });
  await em.flush();
  return trophy;
}

/** Says on which day a trophy or a prize was handed over; null takes it back. */
export async function handOver(em: EntityManager, laureateId: string, on: string | null): Promise<Laureate> {
  const laureate = await em.findOneOrFail(Laureate, { id: laureateId }, { populate: ['trophy'] });
  await editionGranting(em, laureate.trophy.getEntity().edition.id, 'HAND_OVER', 'HAND_OVER_CLOSED');
  if (laureate.award !== Award.TROPHY && laureate.award !== Award.PRIZE) throw new Refusal('HAND_OVER_NOTHING');
  laureate.handedOn = on;
  await em.flush();
  return laureate;
}

/** One line of a past palmarès, as public sources tell it. */
export interface PalmaresEntry {
  /** The code of a category of the edition; null where no source names it. */
  readonly category: string | null;
  readonly structure: string;
  readonly rank: number | null;
  readonly award: `${Award}`;
  readonly mention: string | null;
  readonly pointRemarquable: string | null;
  readonly confidence: `${Confidence}`;
  readonly sources: readonly string[];
  readonly note: string | null;
}

/** Records the palmarès of a past edition, as it was reported: nothing of it was computed or decided here. */
export async function recordPalmares(
  em: EntityManager,
  editionId: string,
  entries: readonly PalmaresEntry[],
): Promise<void> {
  const edition = await em.findOneOrFail(Edition, { id: editionId }, { populate: ['categories'] });
  if (edition.publishedAt) throw new Refusal('EDITION_PUBLISHED');
  for (const [code, lines] of Map.groupBy(entries, ({ category }) => category)) {
    const category = code === null ? null : await em.findOneOrFail(Category, { edition, code });
    const known = await em.findOne(Trophy, { edition, category, prize: null });
    const trophy = known ?? em.create(Trophy, { edition, category });
    trophy.pointRemarquable = lines.find(({ award }) => award === 'TROPHY')?.pointRemarquable ?? null;
    for (const { structure: reference, rank, award, mention, confidence, sources, note, pointRemarquable } of lines) {
      const structure = await em.findOneOrFail(Structure, { reference });
      em.create(Laureate, {
        ...{ trophy, structure, rank, mention, sources: [...sources] },
        note: note ?? (award === 'TROPHY' ? null : pointRemarquable),
        award: award as Award,
        confidence: confidence as Confidence,
      });
    }
  }
  await em.flush();
}
