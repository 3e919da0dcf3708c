import type { EntityManager } from '@mikro-orm/postgresql';
import { Clause, Frame } from './frame.ts';
import type { FrameInput } from './outline.input.ts';

/** Records a version of a frame; one already known is kept as it is, with any clause it lacks. */
export function recordFrame(em: EntityManager, input: FrameInput): Promise<Frame> {
  const { code, release, label, source, clauses } = input;
  return em.transactional(async (em) => {
    const known = await em.findOne(Frame, { code, release }, { populate: ['clauses'] });
    const frame = known ?? em.create(Frame, { code, release, label, source: source ?? null });
    const numbers = new Set(known?.clauses.getItems().map(({ number }) => number));
    for (const clause of clauses) if (!numbers.has(clause.number)) em.create(Clause, { frame, ...clause });
    await em.flush();
    return frame;
  });
}
