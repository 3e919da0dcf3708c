import type { BackOffice } from './back-office.ts';

/** One thing wrong in a file. */
export interface Told {
  readonly line: number;
  readonly column: string | null;
  readonly value: string | null;
  readonly reason: string;
}

/** An import, as staff see it. */
export interface Run {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly failure: string | null;
  readonly rows: number;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly faultCount: number;
  readonly faults: readonly Told[];
  readonly headings: readonly { heading: string; column: string | null; confidence: string; examples: string[] }[];
  readonly constants: readonly { column: string; value: string }[];
  readonly passages: readonly {
    readonly text: string;
    readonly kind: string;
    readonly lines: readonly number[];
    readonly treatment: string | null;
    readonly motive: string | null;
    readonly decidedBy: string | null;
  }[];
  readonly act: string | null;
  readonly undoneAt: string | null;
}

/** What a file did, or would do. */
export interface Report extends Run {
  readonly applied: boolean;
}

export interface Verdict {
  readonly line: number;
  readonly outcome: string;
  readonly name: string;
  readonly cells: readonly string[];
  readonly differences: readonly { column: string; before: string | null; after: string | null }[];
  readonly faults: readonly Told[];
}

const FAULTS = 'faults { line column value reason }';
const RUN = `{ id version state failure rows created changed unchanged refused faultCount ${FAULTS}
  headings { heading column confidence examples } constants { column value }
  passages { text kind lines treatment motive decidedBy } act undoneAt }`;

/** What staff do to an import, by name. */
export const importVerbs = {
  start: `mutation ($kind: ImportKind!, $uploadId: ID!, $editionId: ID) {
    startImport(kind: $kind, uploadId: $uploadId, editionId: $editionId) ${RUN} }`,
  map: `mutation ($id: ID!, $version: Int!, $headings: [ImportChoice!]!, $constants: [ImportConstantInput!]!) {
    mapImport(id: $id, version: $version, headings: $headings, constants: $constants) ${RUN} }`,
  decide: `mutation ($id: ID!, $version: Int!, $passages: [ImportPassageInput!]!) {
    decidePassages(id: $id, version: $version, passages: $passages) ${RUN} }`,
  apply: `mutation ($id: ID!, $version: Int!, $policy: ImportPolicy!) {
    applyImport(id: $id, version: $version, policy: $policy) ${RUN} }`,
  cancel: `mutation ($id: ID!, $version: Int!) { cancelImport(id: $id, version: $version) ${RUN} }`,
  one: `query ($id: ID!) { importRun(id: $id) ${RUN} }`,
  verdicts: `query ($id: ID!, $page: Int!) { importVerdicts(runId: $id, page: $page, perPage: 100) {
    total items { line outcome name cells differences { column before after } ${FAULTS} } } }`,
};

type Kind = 'STRUCTURE' | 'ENROLMENT' | 'CONTACT' | 'AUDIT';

/** Imports as staff go about them: a file is sent, examined, then imported or not. */
export function importing({ done, upload, jobs }: Pick<BackOffice, 'done' | 'upload' | 'jobs'>) {
  const settled = async ({ id }: { readonly id: string }): Promise<Run> => {
    await jobs.over(id);
    return done<Run>(importVerbs.one, { id });
  };
  const examined = async (kind: Kind, bytes: Uint8Array | string, editionId: string | null = null, name = 'a.csv') => {
    const { id: uploadId } = await upload('MANAGER', name, bytes);
    return settled(await done(importVerbs.start, { kind, uploadId, editionId }));
  };
  const applied = async ({ id, version }: Run, policy = 'NOTHING') =>
    settled(await done(importVerbs.apply, { id, version, policy }));
  const verdictsOf = async ({ id }: Run): Promise<Verdict[]> => {
    const all: Verdict[] = [];
    for (let page = 1, total = 1; all.length < total; page++) {
      const found = await done<{ total: number; items: Verdict[] }>(importVerbs.verdicts, { id, page });
      total = found.total;
      all.push(...found.items);
    }
    return all;
  };
  /** All at once: what the file would do, and, unless told not to, does when no row is refused. */
  const report = async (
    kind: Kind,
    bytes: Uint8Array | string,
    {
      editionId = null,
      apply = true,
      name = 'a.csv',
    }: { editionId?: string | null; apply?: boolean; name?: string } = {},
  ): Promise<Report> => {
    const looked = await examined(kind, bytes, editionId, name);
    const good = looked.state === 'EXAMINED' && looked.faultCount === 0;
    const run = apply && good ? await applied(looked) : looked;
    const faults = [...run.faults, ...(await verdictsOf(run)).flatMap((verdict) => verdict.faults)];
    return { ...run, faults, applied: run.state === 'IMPORTED' };
  };
  return { settled, examined, applied, verdictsOf, report };
}
