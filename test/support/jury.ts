import type { Actor } from '../../server/kernel/actor.ts';
import type { BackOffice } from './back-office.ts';
import { type makeEdition, verbs } from './edition.ts';
import { guestOf } from './guest.ts';

type Made = Awaited<ReturnType<typeof makeEdition>>;

const item = `id mandateId label position round state recused mode brokenOff decisionNumber ballotsCast voted mayPreside
  candidates { code name rank score withdrawn } seats { id name state motive }
  quorum { entitled present recused needed reached presiding } motion { mover mine motive codes }
  paper { mode grades scale mayOmit criteria { code } }
  result { outcome by among count ballots abstained casting dissents }`;
/** All there is to see of a meeting. */
export const MEETING = `{ id version label openedAt closedAt mayReadMinutes tiesChecked me { id office here } people { id name office here } items { ${item} } }`;

/** What staff and jurors do about a jury, by name. */
export const juryVerbs = {
  panel: 'mutation ($id: ID!, $input: PanelInput!) { createPanel(editionId: $id, input: $input) { id version } }',
  invite:
    'mutation ($id: ID!, $input: JurorInput!) { inviteJuror(panelId: $id, input: $input) { id accountId state office } }',
  check: 'mutation ($id: ID!, $checked: Boolean!) { checkTies(jurorId: $id, checked: $checked) { id tiesCheckedAt } }',
  tie: 'mutation ($id: ID!, $input: TieInput!) { recordTie(jurorId: $id, input: $input) { id version known } }',
  entrust:
    'mutation ($id: ID!, $awardId: ID!, $rules: DeliberationRulesInput!) { entrustAward(panelId: $id, awardId: $awardId, rules: $rules) { id version mode frozenAt } }',
  declare:
    'mutation ($id: ID!, $version: Int!, $rules: DeliberationRulesInput!) { declareRules(mandateId: $id, version: $version, rules: $rules) { id version mode } }',
  draw: 'mutation ($id: ID!, $named: [ID!]) { drawShortList(mandateId: $id, enrolmentIds: $named) { id code enrolment { id structure { reference } } } }',
  withdraw:
    'mutation ($id: ID!, $motive: Prose!) { withdrawCandidate(candidateId: $id, motive: $motive) { id withdrawnAt } }',
  plan: `mutation ($id: ID!, $input: MeetingInput!) { planMeeting(panelId: $id, input: $input) ${MEETING} }`,
  arrange: `mutation ($id: ID!, $order: [ID!]) { arrangeAgenda(meetingId: $id, mandateIds: $order) ${MEETING} }`,
  meeting: `query ($id: ID!) { meeting(id: $id) ${MEETING} }`,
  openMeeting: `mutation ($id: ID!) { openMeeting(id: $id) ${MEETING} }`,
  closeMeeting: `mutation ($id: ID!) { closeMeeting(id: $id) ${MEETING} }`,
  mark: `mutation ($id: ID!, $here: Boolean!, $jurorId: ID) { markPresence(meetingId: $id, here: $here, jurorId: $jurorId) ${MEETING} }`,
  open: `mutation ($id: ID!) { openItem(itemId: $id) ${MEETING} }`,
  move: `mutation ($id: ID!, $codes: [Code!]!, $motive: Prose!) { moveMotion(itemId: $id, codes: $codes, motive: $motive) ${MEETING} }`,
  unmove: `mutation ($id: ID!) { withdrawMotion(itemId: $id) ${MEETING} }`,
  cast: 'mutation ($id: ID!, $ballot: BallotInput!, $asItIs: Boolean! = false) { castBallot(itemId: $id, ballot: $ballot, asItIs: $asItIs) }',
  count: `mutation ($id: ID!) { countItem(itemId: $id) ${MEETING} }`,
  second: `mutation ($id: ID!) { openSecondBallot(itemId: $id) ${MEETING} }`,
  casting: `mutation ($id: ID!, $opinion: MotionOpinion, $code: Code) { castCastingVote(itemId: $id, opinion: $opinion, code: $code) ${MEETING} }`,
  dissent: `mutation ($id: ID!, $text: Prose!) { dissent(itemId: $id, text: $text) ${MEETING} }`,
  record: `mutation ($id: ID!, $motive: Prose, $mentions: [CodeMentionInput!]! = []) { recordDecision(itemId: $id, motive: $motive, mentions: $mentions) ${MEETING} }`,
  breakOff: `mutation ($id: ID!, $motive: Prose!) { breakOffItem(itemId: $id, motive: $motive) ${MEETING} }`,
  stepAside: 'mutation ($id: ID!, $motive: Prose!) { stepAside(mandateId: $id, motive: $motive) }',
  files: `query ($id: ID!) { juryFiles(mandateId: $id) { id code name award category stratum rank field equals score mean presentation note opinion
    opinions { name former text } channels { code score mean } certainty { scoreLow tiedFrom } evolution { year score rank field broken } } }`,
  note: 'mutation ($id: ID!, $text: Prose) { keepNote(candidateId: $id, text: $text) }',
  opine: 'mutation ($id: ID!, $text: Prose!) { giveOpinion(candidateId: $id, text: $text) }',
  seats: `{ ownSeats { jurorId panelId office open left tiesChecked awards { mandateId label recused mode filesDue opinionsGiven } meetings { id label } } }`,
};

export interface SeenItem {
  readonly id: string;
  readonly mandateId: string;
  readonly label: string;
  readonly round: number;
  readonly state: string;
  readonly recused: boolean;
  readonly ballotsCast: number | null;
  readonly voted: boolean | null;
  readonly mayPreside: boolean | null;
  readonly decisionNumber: number | null;
  readonly candidates: readonly { code: string; name: string | null; rank: number | null }[] | null;
  readonly seats: readonly { id: string; name: string; state: string; motive: string | null }[] | null;
  readonly quorum: { present: number; needed: number; reached: boolean; recused: number; presiding: string } | null;
  readonly result: {
    readonly outcome: string;
    readonly by: string | null;
    readonly among: readonly string[];
    readonly count: unknown;
    readonly ballots: readonly { kind: string }[];
    readonly abstained: number;
  } | null;
}
export interface Seen {
  readonly id: string;
  readonly mayReadMinutes: boolean;
  readonly tiesChecked: boolean | null;
  readonly people: readonly { id: string; name: string; here: boolean }[];
  readonly items: readonly SeenItem[];
}

/** A juror of a test: who asks, and the seat. */
export interface TestJuror extends Actor {
  readonly jurorId: string;
}

export const TERMS = 'Je garde le secret des délibérations et je déclare mes liens.';
const INVITE = { office: 'MEMBER' };

/** The secret of the last link to a seat mailed to an address. */
export async function seatMailedTo({ sql }: Pick<BackOffice, 'sql'>, email: string): Promise<string> {
  const [mail] = await sql<{ body: string }>(
    `select body from mail where recipient = ? and body like '%jury-invitation%' order by created_at desc, id limit 1`,
    [email],
  );
  return /jury-invitation\?token=(\S+)/.exec(mail?.body ?? '')?.[1] ?? '';
}

/** A panel and its jurors, invited and seated through their links, their ties checked; the first presides. */
export async function makePanel(office: BackOffice, edition: Pick<Made, 'id'>, names: readonly string[]) {
  const { done, ask, sql } = office;
  const input = { label: 'Jury des trophées', terms: TERMS, meetsOn: '2022-10-05' };
  const { id } = await done(juryVerbs.panel, { id: edition.id, input });
  const offices = (i: number) => ['CHAIR', 'DEPUTY', 'SECRETARY'][i] ?? 'MEMBER';

  /** Invites someone, who accepts, and sets up a second factor; staff then make sure of their ties. */
  const seat = async (name: string, more: object = {}, checked = true): Promise<TestJuror> => {
    const email = `${name
      .toLowerCase()
      .normalize('NFD')
      .replace(/[^a-z]/g, '')}@jury.example`;
    const juror = await done<{ id: string; accountId: string }>(juryVerbs.invite, {
      ...{ id, input: { name, email, ...INVITE, ...more } },
    });
    return settle(office, { name, email, jurorId: juror.id, id: juror.accountId }, checked);
  };
  const jurors: TestJuror[] = [];
  for (const [i, name] of names.entries()) jurors.push(await seat(name, { office: offices(i) }));

  const entrust = async (awardId: string | undefined, rules: object = {}, draw = true) => {
    const mandate = await done<{ id: string; version: number }>(juryVerbs.entrust, { id, awardId, rules });
    const listed = draw
      ? await done<{ id: string; code: string; enrolment: { structure: { reference: string } } }[]>(juryVerbs.draw, {
          id: mandate.id,
        })
      : [];
    const codeOf = Object.fromEntries(listed.map(({ code, enrolment }) => [enrolment.structure.reference, code]));
    const fileOf = Object.fromEntries(listed.map(({ id, enrolment }) => [enrolment.structure.reference, id]));
    return { ...mandate, codeOf, fileOf };
  };

  /** A meeting with awards on its agenda, opened by the chair; everybody is there but those left out. */
  const convene = async (mandates: readonly { id: string }[], absent: readonly TestJuror[] = []) => {
    const planned = await done<Seen>(juryVerbs.plan, {
      ...{ id, input: { label: 'Séance du jury', place: 'Saint-Denis', startsAt: '2022-10-05T08:00:00Z' } },
    });
    const seen = await done<Seen>(juryVerbs.arrange, { id: planned.id, order: mandates.map((each) => each.id) });
    const [chair] = jurors as [TestJuror];
    const did = async (asker: Actor, verb: keyof typeof juryVerbs, variables: object = {}) =>
      ask<Record<string, Seen>>(asker, juryVerbs[verb], variables);
    await did(chair, 'openMeeting', { id: seen.id });
    for (const juror of jurors)
      if (!absent.includes(juror)) await did(juror, 'mark', { id: seen.id, here: true, jurorId: null });
    const itemOf = ({ id: mandate }: { id: string }, round = 1) =>
      seen.items.find((each) => each.mandateId === mandate && each.round === round)?.id ?? '';
    const view = async (asker: Actor | 'MANAGER') =>
      (await ask<{ meeting: Seen }>(asker, juryVerbs.meeting, { id: seen.id })).data.meeting;
    return { id: seen.id, did, itemOf, view };
  };
  return { id, jurors, seat, entrust, convene, sql };
}

/** Accepts a seat through its link; the second factor is set up out of sight, as Better Auth would have it. */
export async function settle(
  office: BackOffice,
  { name, email, jurorId, id }: { name: string; email: string; jurorId: string; id: string },
  checked = true,
): Promise<TestJuror> {
  const accept = 'mutation { acceptSeat(terms: true) { email passwordToken secondFactorDue } }';
  const { refusals } = await guestOf(office, await seatMailedTo(office, email))(accept);
  if (refusals.length > 0) throw new Error(`Refused: ${refusals}`);
  await office.sql(`update auth."user" set "twoFactorEnabled" = true where id = ?::uuid`, [id]);
  if (checked) await office.done(juryVerbs.check, { id: jurorId, checked: true });
  return { jurorId, id, name, email, role: 'JUROR' as never, structureId: null };
}

/** Computes the scores again after one test was rejected. */
export async function rescore({ done, sql }: BackOffice, edition: Pick<Made, 'id' | 'moveTo'>, reference: string) {
  const [{ id } = { id: '' }] = await sql<{ id: string }>(
    'select a.id from audit a join enrolment e on e.id = a.enrolment_id where a.reference = ? and e.edition_id = ?',
    [reference, edition.id],
  );
  await edition.moveTo('CONTROL', 'Un test est à revoir.');
  await done(verbs.decide, { id: edition.id, ids: [id], state: 'REJECTED', reason: 'Inaudible.' });
  await edition.moveTo('DELIBERATION');
  const { inputsHash } = await done<{ inputsHash: string }>(verbs.preview, { id: edition.id });
  await done(verbs.compute, { id: edition.id, inputsHash });
}
