import { inventTests } from '../../server/rehearsal/simulation.service.ts';
import type { BackOffice } from './back-office.ts';
import { type makeEdition, verbs } from './edition.ts';

type Made = Awaited<ReturnType<typeof makeEdition>>;

/** Brings an edition in preparation to deliberation, its tests invented, validated and scored. */
export async function deliberate({ done, em, time }: BackOffice, edition: Made): Promise<void> {
  await inventTests(em.fork() as never, edition.id, 3, time.now);
  await edition.moveTo('CONTROL');
  await done(verbs.decide, { id: edition.id, state: 'VALIDATED' });
  await edition.moveTo('DELIBERATION');
  await done(verbs.compute, { id: edition.id });
}

/** The references of those the rules of a category put first. */
export async function firstsOf({ done }: BackOffice, edition: Made, code: string): Promise<string[]> {
  const cases = await done<Case[]>(
    `query ($id: ID!) { awardCases(editionId: $id) { firsts category { code }
      lines { enrolment { structure { id reference } } } } }`,
    { id: edition.id },
  );
  const own = cases.find(({ category }) => category?.code === code);
  const first = own?.lines.filter(({ enrolment }) => own.firsts.includes(enrolment.structure.id)) ?? [];
  return first.map(({ enrolment }) => enrolment.structure.reference);
}

interface Case {
  readonly firsts: readonly string[];
  readonly category: { readonly code: string } | null;
  readonly lines: readonly { enrolment: { structure: { id: string; reference: string } } }[];
}
