import type { BackOffice } from './back-office.ts';
import { importing, type Report } from './importing.ts';
import { categories, configuration, sheetOf, structures, type TestRow, tests } from './sample.ts';

export const phases = ['PREPARATION', 'FIELDWORK', 'CONTROL', 'DELIBERATION', 'EMBARGO', 'PUBLISHED'] as const;

/** What staff do to an edition, by name. */
export const verbs = {
  move: 'mutation ($id: ID!, $phase: EditionPhase!, $motive: Prose) { moveEdition(id: $id, phase: $phase, motive: $motive, confirmed: true) { id phase } }',
  configure: 'mutation ($id: ID!, $grid: JSONObject!) { configureGrid(editionId: $id, configuration: $grid) { id } }',
  enrol:
    'mutation ($id: ID!, $structureId: ID!, $input: EnrolmentInput!) { enrolStructure(editionId: $id, structureId: $structureId, input: $input) { id population category { code } } }',
  decide:
    'mutation ($id: ID!, $ids: [ID!], $state: AuditState!, $reason: Prose) { decideAudits(editionId: $id, ids: $ids, state: $state, reason: $reason) { changed held { reference reason } } }',
  compute:
    'mutation ($id: ID!, $inputsHash: String) { computeScores(editionId: $id, inputsHash: $inputsHash) { id number inputsHash auditCount } }',
  preview:
    'query ($id: ID!) { scorePreview(editionId: $id) { inputsHash current runNumber auditCount structureCount changes { scoreBefore scoreAfter rankBefore rankAfter enrolment { structure { reference } } } } }',
  award:
    'mutation ($categoryId: ID!, $input: AwardInput!) { awardTrophy(categoryId: $categoryId, input: $input) { id pointRemarquable laureates { rank structure { reference } } } }',
  rehearse:
    'query ($id: ID!) { rehearsal(editionId: $id) { version hash laureateCount unnamedCount withheldCount rows blockers { code subject } } }',
  request:
    'mutation ($id: ID!, $input: ReleaseInput!) { requestRelease(editionId: $id, input: $input) { id name state dueAt } }',
  approve:
    'mutation ($id: ID!, $hash: String!) { approveRelease(id: $id, hash: $hash) { id name state endedAt dataset { id name number hash } } }',
  stop: 'mutation ($id: ID!, $reason: Prose!) { stopRelease(id: $id, reason: $reason) { id state } }',
};

/**
 * A small edition, through the operations staff use, ready in a phase: configured with its structures enrolled from
 * PREPARATION, its tests imported and validated from CONTROL, its scores computed from DELIBERATION, its trophies
 * awarded from EMBARGO.
 */
export async function makeEdition(
  office: BackOffice,
  phase: (typeof phases)[number],
  { year = 2022, fieldwork = tests }: { year?: number; fieldwork?: readonly TestRow[] } = {},
) {
  const { done, ask } = office;
  const { id } = await done('mutation ($input: EditionInput!) { createEdition(input: $input) { id } }', {
    input: {
      ...{ year, ordinal: year - 2012, label: `Baromètre ${year}`, provenance: 'FIELD' },
      ...{ fieldworkFrom: '2022-05-01', fieldworkTo: '2022-06-30' },
    },
  });
  const category: Record<string, string> = {};
  for (const input of categories)
    category[input.code] = (
      await done(
        'mutation ($id: ID!, $input: CategoryInput!) { createCategory(editionId: $id, input: $input) { id } }',
        {
          ...{ id, input },
        },
      )
    ).id;
  await done(verbs.configure, { id, grid: configuration() });
  const structure = await registerOf({ done });
  const enrolment: Record<string, string> = {};
  for (const { reference } of structures)
    enrolment[reference] = (
      await done(verbs.enrol, {
        ...{ id, structureId: structure[reference] },
        input: { reception: ['T1', 'T4'].includes(reference), tier: reference === 'T1' ? 'PAID' : 'FREE' },
      })
    ).id;

  const importTests = (bytes: Uint8Array | string, apply = true): Promise<Report> =>
    importing(office).report('AUDIT', bytes, { editionId: id, apply, name: 'audits.csv' });
  const moveTo = (phase: string, motive?: string) => done(verbs.move, { id, phase, motive });
  const award = async (of: string, references: readonly string[], more: object = {}) => {
    const answer = await ask<{ awardTrophy: { id: string } }>('MANAGER', verbs.award, {
      categoryId: category[of],
      input: {
        structureIds: references.map((each) => structure[each]),
        pointRemarquable: `Remarquable : ${of}.`,
        ...more,
      },
    });
    if (answer.refusals.length === 0) await settlePoints(office, answer.data.awardTrophy.id);
    return answer;
  };
  const rehearse = () => done<Rehearsal>(verbs.rehearse, { id });
  const publish = async (reason: string | null = null) => publishNow(office, id, (await rehearse()).hash, reason);

  /** One step a phase, in the same order. */
  const steps = [
    async () => {},
    () => moveTo('FIELDWORK'),
    async () => {
      const report = await importTests(sheetOf(fieldwork));
      if (!report.applied) throw new Error(JSON.stringify(report.faults));
      await moveTo('CONTROL');
      await done(verbs.decide, { id, state: 'VALIDATED' });
    },
    async () => {
      await moveTo('DELIBERATION');
      await done(verbs.compute, { id });
    },
    async () => {
      await award('towns', ['T1']);
      await award('regions', ['R1']);
      await moveTo('EMBARGO');
    },
    publish,
  ];
  for (const step of steps.slice(0, phases.indexOf(phase) + 1)) await step();
  return { id, category, structure, enrolment, importTests, moveTo, award, rehearse, publish };
}

/** The points remarquables that came with a decision: the administrator approves each, its laureate consents. */
export async function settlePoints({ ask, done }: Pick<BackOffice, 'ask' | 'done'>, trophyId: string): Promise<void> {
  const { points } = await done<{ points: { id: string }[] }>(
    'query ($id: ID!) { trophy(id: $id) { points { id } } }',
    {
      id: trophyId,
    },
  );
  for (const { id } of points) {
    await ask('ADMINISTRATOR', 'mutation ($id: ID!) { approvePoint(id: $id) { id } }', { id });
    await done('mutation ($id: ID!) { recordConsent(id: $id, given: true, by: "Le maire, par courriel") { id } }', {
      id,
    });
  }
}

/** Publishes at once what was read: the manager asks, the administrator approves. */
export async function publishNow(
  { ask, done }: Pick<BackOffice, 'ask' | 'done'>,
  editionId: string,
  hash: string,
  reason: string | null = null,
): Promise<{ id: string; name: string; number: number; hash: string }> {
  const { id } = await done(verbs.request, { id: editionId, input: { hash, reason } });
  const { data, refusals } = await ask<{
    approveRelease: { dataset: { id: string; name: string; number: number; hash: string } };
  }>('ADMINISTRATOR', verbs.approve, { id, hash });
  if (refusals.length > 0) throw new Error(`Not approved: ${refusals}`);
  return data.approveRelease.dataset;
}

/** What publishing would make public. */
export interface Rehearsal {
  readonly version: string;
  readonly hash: string;
  readonly laureateCount: number;
  readonly unnamedCount: number;
  readonly withheldCount: number;
  readonly rows: Readonly<Record<string, unknown>>;
  readonly blockers: readonly { code: string; subject: string | null }[];
}

/** The structures of the register by reference, each created the first time. */
async function registerOf({ done }: Pick<BackOffice, 'done'>): Promise<Record<string, string>> {
  const { items } = await done<{ items: { id: string; reference: string }[] }>(
    '{ structures(perPage: 100) { items { id reference } } }',
  );
  const register = Object.fromEntries(items.map(({ id, reference }) => [reference, id]));
  for (const input of structures)
    register[input.reference] ??= (
      await done('mutation ($input: StructureInput!) { createStructure(input: $input) { id } }', { input })
    ).id;
  return register;
}
