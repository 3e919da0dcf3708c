import type { Actor } from '../../server/kernel/actor.ts';
import { AssignmentState } from '../../server/plan/assignment.ts';
import { actorOf, type BackOffice } from './back-office.ts';

/** An auditor who can sign in, by number: their account and their code. */
export const auditorActor = (number: number): Actor => ({
  ...actorOf('AUDITOR'),
  id: `00000000-0000-4000-8000-0000000001${String(number).padStart(2, '0')}`,
  email: `auditeur${number}@example.org`,
});

/** Someone who controls tests, by number. */
export const controllerActor = (number: number): Actor => ({
  ...actorOf('CONTROLLER'),
  id: `00000000-0000-4000-8000-0000000002${String(number).padStart(2, '0')}`,
});

/** Writes auditors, and tests planned for them, straight into the tables: how they are planned is told elsewhere. */
export function planning({ sql }: BackOffice) {
  const one = async (text: string, values: unknown[]): Promise<string> =>
    (await sql<{ id: string }>(text, values))[0]?.id ?? '';
  return {
    auditor: (number: number): Promise<string> => {
      const { id, email } = auditorActor(number);
      return one(
        `insert into auditor (account_id, code, name, email, channels, departments)
         values (?, ?, ?, ?, '{}', '{}') returning id`,
        [id, `C-${String(number).padStart(2, '0')}`, `Citoyenne ${number}`, email],
      );
    },
    scenario: (editionId: string, channel: string): Promise<string> =>
      one(
        `insert into scenario (edition_id, channel, code, label, instructions) values (?, ?, ?, 'Demander', 'Demandez.') returning id`,
        [editionId, channel, `S-${channel}`],
      ),
    assignment: (
      said: {
        readonly editionId: string;
        readonly enrolmentId: string;
        readonly channel: string;
        readonly reference: string;
        readonly scenarioId: string;
        readonly auditorId: string | null;
      },
      state: `${AssignmentState}` = AssignmentState.UNDER_WAY,
    ): Promise<string> =>
      one(
        `insert into assignment (edition_id, enrolment_id, channel, reference, scenario_id, auditor_id, on_day, from_time, to_time, state)
         values (?, ?, ?, ?, ?, ?, '2022-05-10', '09:00', '12:00', ?) returning id`,
        [said.editionId, said.enrolmentId, said.channel, said.reference, said.scenarioId, said.auditorId, state],
      ),
  };
}
