import { actorOf, type BackOffice } from './back-office.ts';
import { makeEdition, verbs } from './edition.ts';
import { guestOf } from './guest.ts';
import type { TestRow } from './sample.ts';

/** What a structure and those who answer it do in the contradictory phase. */
export const claimVerbs = {
  open: 'mutation ($id: ID!) { openContradictory(editionId: $id) }',
  state:
    'query ($id: ID!) { contradictory(editionId: $id) { hears until days frozen sent opened unreachable claimsOpen claimsDecided } }',
  list: 'query ($id: ID!, $delivery: ProvisionalDelivery) { provisionals(editionId: $id, delivery: $delivery, perPage: 100) { items { id recipient sentAt delivery readings { means reader at } shown { score } enrolment { structure { reference } } } total } }',
  remind: 'mutation ($id: ID!, $ids: [ID!]!) { remindProvisionals(editionId: $id, ids: $ids) }',
  door: '{ provisionalDoor { state structure edition year until } }',
  read: `mutation ($enrolmentId: ID) { readProvisional(enrolmentId: $enrolmentId) { id state structure category year until reader
    shown { runNumber score channels { code label score part criteria { code label score base part missing observations { said count } } } }
    claims { id version state outcome authorName reply points { code statement verdict reason } } } }`,
  save: 'mutation ($enrolmentId: ID, $id: ID, $version: Int, $input: ClaimInput!) { saveClaim(enrolmentId: $enrolmentId, id: $id, version: $version, input: $input) { id version state points { id code } } }',
  submit:
    'mutation ($enrolmentId: ID, $id: ID!, $version: Int!) { submitClaim(enrolmentId: $enrolmentId, id: $id, version: $version) { id version state submittedAt points { id } } }',
  withdraw: 'mutation ($enrolmentId: ID, $id: ID!) { withdrawClaim(enrolmentId: $enrolmentId, id: $id) }',
  claim: `query ($id: ID!) { claim(id: $id) { id version state outcome bar reply decidedByName enrolment { structure { reference } }
    points { id verdict reason statement criterion { code } shown { score } observations { measurementId auditId reference said neutralised } } } }`,
  claims: 'query ($id: ID!) { claims(editionId: $id, perPage: 100) { items { id state } total } }',
  effect: `query ($id: ID!, $pointIds: [ID!], $measurementIds: [ID!]) { claimEffect(id: $id, pointIds: $pointIds, measurementIds: $measurementIds) {
    before { score rank } alone { score rank } together { score rank } others field moved firstMoves } }`,
  decide: `mutation ($id: ID!, $version: Int!, $rulings: [RulingInput!]!, $reply: Prose!) {
    decideClaim(id: $id, version: $version, rulings: $rulings, reply: $reply) { id state outcome } }`,
  sheet:
    'query ($id: ID!) { scoreSheet(enrolmentId: $id) { score channels { channel { code } score criteria { criterion { code } score base } } } }',
};

/** A claim as it was saved. */
export interface Saved {
  readonly id: string;
  readonly version: number;
  readonly points: readonly { readonly id: string; readonly code: string }[];
}

/** Enough to be examined. */
export const STATEMENT = 'La ligne était en panne toute la semaine, comme le dit l’opérateur.';

/** An edition whose structures are heard: scored, each with someone to write to but the last town, and mailed. */
export async function makeContested(
  office: BackOffice,
  options: { year?: number; fieldwork?: readonly TestRow[] } = {},
) {
  const { ask, done, sql } = office;
  const edition = await makeEdition(office, 'CONTROL', options);
  for (const [reference, structureId] of Object.entries(edition.structure))
    if (reference !== 'T5')
      await done(
        'mutation ($id: ID!, $input: ContactInput!) { createContact(structureId: $id, input: $input) { id } }',
        {
          ...{ id: structureId, input: { name: `Contact ${reference}`, email: `${reference}@mairie.example.org` } },
        },
      );
  await edition.moveTo('CONTRADICTORY');
  await done(verbs.compute, { id: edition.id });
  const mailed = await done<number>(claimVerbs.open, { id: edition.id });

  const link = async (reference: string): Promise<string> => {
    const [mail] = await sql<{ body: string }>(
      `select body from mail where recipient = ? and body like '%/provisional_token=%' order by created_at desc, id limit 1`,
      [`${reference}@mairie.example.org`.toLowerCase()],
    );
    return /provisional\?token=(\S+)/.exec(mail?.body ?? '')?.[1] ?? '';
  };
  const holder = async (reference: string) => guestOf(office, await link(reference));
  /** A claim by the link of a structure, submitted. */
  const contest = async (reference: string, ...codes: string[]) => {
    const guest = await holder(reference);
    const points = codes.map((code) => ({ code, statement: STATEMENT }));
    const saved = (await guest(claimVerbs.save, { input: { authorName: 'Ada Martin', points } })).value as Saved;
    const { refusals } = await guest(claimVerbs.submit, { id: saved.id, version: saved.version });
    if (refusals.length > 0) throw new Error(String(refusals));
    return saved;
  };
  const judge = actorOf('ADMINISTRATOR');
  const decide = async (
    saved: Pick<Saved, 'id'>,
    verdicts: Readonly<Record<string, 'ACCEPTED' | 'REFUSED'>>,
    by = judge,
    measurementIds: readonly string[] | null = null,
    reply = 'Voici notre réponse.',
  ) => {
    const { data } = await ask<{ claim: { version: number; points: { id: string; criterion: { code: string } }[] } }>(
      by,
      claimVerbs.claim,
      { id: saved.id },
    );
    const rulings = data.claim.points.map(({ id, criterion: { code } }) => ({
      ...{ pointId: id, verdict: verdicts[code] ?? 'REFUSED', reason: `Motif pour ${code}.`, measurementIds },
    }));
    return ask(by, claimVerbs.decide, {
      id: saved.id,
      version: data.claim.version,
      rulings,
      reply,
    });
  };
  return { ...edition, mailed, link, holder, contest, decide };
}
