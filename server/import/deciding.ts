import type { EntityManager } from '@mikro-orm/postgresql';
import { Refusal } from '../kernel/errors.ts';
import type { Treatment } from '../privacy/settled.rules.ts';
import type { Decision, ImportPassageInput } from './passage.ts';
import type { ImportRun } from './run.ts';

/** What was decided of passages, in this file or in earlier ones of the edition: nobody is asked twice, and the last word holds. */
export async function decisionsFor(em: EntityManager, { id, edition, passages }: ImportRun): Promise<Decision[]> {
  const earlier = await em.execute<{ passages: Decision[] }[]>(
    `select passages from import_run where edition_id = ? and id <> ? and passages <> '[]' order by created_at`,
    [edition?.id ?? null, id],
  );
  return [...earlier.flatMap((run) => run.passages), ...passages].filter(({ treatment }) => treatment !== null);
}

/** Each passage with what becomes of it. */
export const treatmentsOf = (decisions: readonly Decision[]): ReadonlyMap<string, Treatment> =>
  new Map(decisions.flatMap(({ text, treatment }) => (treatment ? [[text, treatment] as const] : [])));

/** The passages of a file once someone decided of some; what is kept is kept for a reason. */
export function decided(
  { passages }: Pick<ImportRun, 'passages'>,
  said: readonly ImportPassageInput[],
  decidedBy: string,
): ImportRun['passages'] {
  const known = new Set(passages.map(({ text }) => text));
  if (said.some(({ text }) => !known.has(text))) throw new Refusal('NOT_FOUND');
  if (said.some(({ treatment, motive }) => treatment === 'KEEP' && !motive))
    throw new Refusal('IMPORT_PASSAGE_MOTIVE_REQUIRED');
  const now = new Map(said.map((each) => [each.text, each]));
  return passages.map((passage) => {
    const decision = now.get(passage.text);
    if (!decision) return passage;
    const { treatment, motive } = decision;
    return { ...passage, treatment, motive: treatment === 'KEEP' ? (motive ?? null) : null, decidedBy };
  });
}
