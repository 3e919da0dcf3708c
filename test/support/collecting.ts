import { randomUUID } from 'node:crypto';
import type { Content } from '../../server/collect/content.rules.ts';
import { type Actor, Role } from '../../server/kernel/actor.ts';
import type { BackOffice } from './back-office.ts';
import { makeEdition } from './edition.ts';

/** What a phone asks and tells, and what staff settle. */
export const collecting = {
  mine: `{ myFieldwork { now tests { id reference state channel onDay structureName scenarioLabel instructions personaMailbox
    formId draft { revision content device } receipt { key outcome reason settledMotive } }
    forms { id gridId gridNumber channel questions { code label kind stepLabel scale conditions delay } } } }`,
  start: 'mutation ($id: ID!) { startAssignment(id: $id) { id state formId } }',
  save: 'mutation ($input: DraftInput!) { saveDraft(input: $input) { revision skew } }',
  submit:
    'mutation ($input: SubmissionInput!) { submitTest(input: $input) { key outcome reason receivedAt faults { place reason } } }',
  submissions: `query ($id: ID, $outcome: SubmissionOutcome) { submissions(editionId: $id, outcome: $outcome) { total items {
    id outcome reason content skew events { kind deviceAt at motive } flagged { place kind text harmless }
    faults { place reason } assignment { reference } audit { reference state } } } }`,
  settle: `mutation ($id: ID!, $how: Settlement!, $motive: Prose!) { settleSubmission(id: $id, how: $how, motive: $motive) {
    outcome reason settledBy audit { reference state channel { gridNumber } measurements { value absence criterion { code } } } } }`,
};

/** A call that was answered at the third ring, on the grid of the tests. */
export const aCall = (at = '2022-06-08T08:00:00.000Z'): Content => ({
  beganAt: at,
  answers: {
    'phone.connected': { value: '1' },
    'phone.connected.rings': { value: '3' },
    'phone.courtesy': { value: '4' },
  },
  events: [
    { id: 'a', kind: 'ATTEMPTED', at },
    ...[5, 10, 15].map((s) => ({ id: `r${s}`, kind: 'RANG' as const, at: later(at, s) })),
    { id: 'c', kind: 'CONNECTED', at: later(at, 17) },
  ],
  verbatims: { '': 'Accueil chaleureux.' },
  harmless: [],
});

const later = (at: string, seconds: number): string => new Date(Date.parse(at) + seconds * 1000).toISOString();

/** The small edition in fieldwork, with auditors, a scenario, a persona, and as many planned tests as are asked for. */
export async function makeFieldwork(office: BackOffice, year = 2022) {
  const { ask, sql, time } = office;
  time.now = new Date('2022-06-08T08:05:00Z');
  const edition = await makeEdition(office, 'FIELDWORK', { year });
  const one = async (text: string, values: unknown[]) =>
    ((await sql<{ id: string }>(text, values))[0] as { id: string }).id;
  const scenario = await one(
    `insert into scenario (edition_id, channel, code, label, instructions) values (?, 'PHONE', 'naissance', 'Déclarer une naissance', 'Demandez les pièces.') returning id`,
    [edition.id],
  );
  const persona = await one(
    `insert into persona (edition_id, code, label, mailbox, phone_line) values (?, 'p1', 'Claude Martin', 'claude@persona.example', '06 39 98 00 00') returning id`,
    [edition.id],
  );
  let count = 0;

  /** A mystery citizen, with the account they sign in with. */
  const auditor = async (): Promise<Actor & { auditorId: string }> => {
    const id = randomUUID();
    const name = `Citoyen ${++count}`;
    const email = `citoyen${count}.${year}@example.org`;
    const auditorId = await one(
      `insert into auditor (account_id, code, name, email, channels, departments) values (?, ?, ?, ?, '{PHONE,EMAIL}', '{}') returning id`,
      [id, `C-${year}-${count}`, name, email],
    );
    return { id, name, email, role: Role.AUDITOR, structureId: null, auditorId };
  };

  /** A test given to someone. */
  const assign = (to: { readonly auditorId: string }, channel = 'PHONE', structure = 'T1') =>
    one(
      `insert into assignment (edition_id, enrolment_id, channel, reference, scenario_id, persona_id, auditor_id, on_day, from_time, to_time, state)
       values (?, ?, ?, ?, ?, ?, ?, '2022-06-08', '09:00', '12:00', 'ASSIGNED') returning id`,
      [
        edition.id,
        edition.enrolment[structure],
        channel,
        `T-${String(++count).padStart(5, '0')}`,
        scenario,
        persona,
        to.auditorId,
      ],
    );
  const grid = await one('select id from grid where edition_id = ?', [edition.id]);

  /** A test as the device of someone sends it. */
  const sending = (assignmentId: string, content: Content = aCall(), more: object = {}) => ({
    ...{ key: randomUUID(), assignmentId, gridId: grid, device: 'Téléphone', roundTrip: 0, content },
    ...{ sentAt: time.now.toISOString(), ...more },
  });
  const submit = (by: Actor, input: ReturnType<typeof sending>) =>
    ask<{ submitTest: Receipt }>(by, collecting.submit, { input });
  return { ...edition, grid, scenario, persona, auditor, assign, sending, submit };
}

export interface Receipt {
  readonly key: string;
  readonly outcome: string;
  readonly reason: string | null;
  readonly receivedAt: string;
  readonly faults: readonly { place: string; reason: string }[];
}
