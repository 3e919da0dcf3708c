import type { EntityManager } from '@mikro-orm/postgresql';

/** Does something and takes it back, whatever came of it: how an effect is previewed by the very code that has it. */
export async function inPassing<Result>(
  em: EntityManager,
  work: (em: EntityManager) => Promise<Result>,
): Promise<Result> {
  const passing = em.fork({ clear: true });
  await passing.begin();
  try {
    return await work(passing);
  } finally {
    await passing.rollback();
  }
}
