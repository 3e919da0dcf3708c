import { doing, refused } from '../kernel/api.ts';
import { graphql, type ResultOf, type TadaDocumentNode, type VariablesOf } from '../kernel/graphql.ts';
import type { Destination } from '../kernel/upload.ts';

/** Who speaks for a structure: whoever holds its link, or someone signed in, who names it. */
export interface Speaker {
  readonly token: string | null;
  readonly enrolmentId: string | null;
}

/** Asks in the name of a structure. */
export const asSpeaker = async <Result, Variables>(
  speaker: Speaker,
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
): Promise<Result> => (await doing(document, variables, undefined, headersOf(speaker))).data;

const headersOf = ({ token }: Speaker): Record<string, string> => (token ? { 'x-registration': token } : {});

/** Where a file is sent for a criterion of a draft. Each sending has its key: repeated, it changes nothing. */
export function exhibitsAt(speaker: Speaker, point: string): Destination {
  const { enrolmentId } = speaker;
  const asked = new URLSearchParams({
    ...{ point, key: crypto.randomUUID() },
    ...(enrolmentId ? { enrolment: enrolmentId } : {}),
  });
  return { path: `/api/exhibits?${asked}`, headers: headersOf(speaker) };
}

/** The content of a file that a structure shows, as the browser may show it. */
export async function contentOf(speaker: Speaker, address: string): Promise<string> {
  const answer = await fetch(address, { credentials: 'same-origin', headers: headersOf(speaker) });
  if (!answer.ok) throw refused('STORE_AWAY', answer.status);
  return URL.createObjectURL(await answer.blob());
}

export const ProvisionalDoorOf = graphql(
  `query ProvisionalDoorOf { provisionalDoor { state structure edition year until } }`,
);
export type Door = ResultOf<typeof ProvisionalDoorOf>['provisionalDoor'];

export const OwnClaimFields = graphql(`
  fragment OwnClaimFields on OwnClaim @_unmask {
    id version state outcome authorName submittedAt decidedAt reply
    points { id code label channel statement personal verdict reason exhibits { id name type size state address } }
  }
`);
export type OwnClaim = ResultOf<typeof OwnClaimFields>;
export type Exhibit = OwnClaim['points'][number]['exhibits'][number];

export const ExhibitRulesOf = graphql(`query ExhibitRulesOf { exhibitRules { taken types most count days } }`);
export type ExhibitRules = ResultOf<typeof ExhibitRulesOf>['exhibitRules'];

/** Reading is an act: it is written into the register. */
export const ReadProvisional = graphql(
  `mutation ReadProvisional($enrolmentId: ID) { readProvisional(enrolmentId: $enrolmentId) {
    id structure category edition year until state reader
    shown { runNumber score channels { code label score part criteria { code label score base part missing observations { said count } } } }
    claims { ...OwnClaimFields }
  } }`,
  [OwnClaimFields],
);
export type Reading = ResultOf<typeof ReadProvisional>['readProvisional'];
export type Channel = Reading['shown']['channels'][number];
export type Criterion = Channel['criteria'][number];

export const SaveClaim = graphql(
  `mutation SaveClaim($enrolmentId: ID, $id: ID, $version: Int, $input: ClaimInput!) {
    saveClaim(enrolmentId: $enrolmentId, id: $id, version: $version, input: $input) { ...OwnClaimFields }
  }`,
  [OwnClaimFields],
);
export type ClaimInput = VariablesOf<typeof SaveClaim>['input'];

export const SubmitClaim = graphql(
  `mutation SubmitClaim($enrolmentId: ID, $id: ID!, $version: Int!) {
    submitClaim(enrolmentId: $enrolmentId, id: $id, version: $version) { ...OwnClaimFields }
  }`,
  [OwnClaimFields],
);

export const WithdrawClaim = graphql(
  `mutation WithdrawClaim($enrolmentId: ID, $id: ID!) { withdrawClaim(enrolmentId: $enrolmentId, id: $id) }`,
);

export const RemoveExhibit = graphql(
  `mutation RemoveExhibit($enrolmentId: ID, $id: ID!) { removeExhibit(enrolmentId: $enrolmentId, id: $id) }`,
);
