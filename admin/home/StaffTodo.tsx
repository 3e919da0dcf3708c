import TaskAltOutlined from '@mui/icons-material/TaskAltOutlined';
import { useTranslate } from 'react-admin';
import { isStaff, type Role } from '../kernel/access.ts';
import type { EditionInForce } from '../kernel/edition.tsx';
import { Section } from '../kernel/record/Section.tsx';
import { Empty, Loading } from '../kernel/states.tsx';
import { listOf, type Task, Todo } from './Todo.tsx';
import { useDue } from './useDue.ts';
import { useFieldDue } from './useFieldDue.ts';
import { useJuryDue } from './useJuryDue.ts';
import { useTotal } from './useTotal.ts';

interface TodoProps {
  readonly edition: EditionInForce;
  readonly role: Role;
}

/** What the phase of the edition expects of staff and controllers, each with the list where it is done. */
export const StaffTodo = ({ edition, role }: TodoProps) => {
  const translate = useTranslate();
  const tasks = useTasks({ edition, role });
  return (
    <Section title={translate('home.todo')} flush>
      {tasks === null && <Loading />}
      {tasks?.length === 0 && (
        <Empty
          icon={TaskAltOutlined}
          title={translate('home.nothing')}
          more={translate('home.nothingMore', { year: edition.year })}
        />
      )}
      <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {tasks?.map((task) => (
          <Todo key={task.title} task={task} />
        ))}
      </ul>
    </Section>
  );
};

function useTasks({ edition, role }: TodoProps): Task[] | null {
  const translate = useTranslate();
  const editionId = edition.id;
  const may = (right: string) => edition.rights.includes(right);
  const staff = isStaff(role);
  const submitted = useTotal('audit', { editionId, state: 'SUBMITTED' });
  const rejected = useTotal('audit', { editionId, state: 'REJECTED' });
  const grids = useTotal('grid', { editionId }, staff);
  const categories = useTotal('category', { editionId }, staff);
  const enrolments = useTotal('enrolment', { editionId }, staff);
  const due = useDue(editionId, staff);
  const field = useFieldDue(editionId, staff && may('CONTROL'));
  const jury = useJuryDue(editionId, staff && may('AWARD'));
  const requests = useTotal('partner_access', { state: 'REQUESTED' }, staff);
  const published = edition.phase === 'PUBLISHED' && edition.provenance !== 'REPORTED';
  const toHandOver = useTotal('laureate', { editionId, handedOver: false }, staff && published);
  const mails = useTotal('mail', {}, role === 'ADMINISTRATOR');
  if (submitted === undefined && rejected === undefined) return null;
  const task = (name: string, count: number | null, to: string, urgent = false): Task => ({
    count,
    urgent,
    to,
    title: translate(`home.${name}`, { smart_count: count ?? 1, year: edition.year }),
    more: translate(`home.${name}More`),
  });
  const phase = translate(`enum.EditionPhase.${due?.to}`);
  const passage = (name: string, count: number | null): Task => ({
    ...{ count, urgent: true, to: `/edition/${editionId}/show` },
    title: translate(`home.${name}`, { phase }),
    more: translate(`home.${name}More`),
  });
  const todo: (Task | false | undefined)[] = [
    !!due && due.blockers > 0 && passage('phaseBlocked', due.blockers),
    !!due && due.blockers === 0 && passage('phaseDue', null),
    may('CONTROL') && !!submitted && task('submitted', submitted, '/control', true),
    !!field?.openClaims && task('claimsDue', field.openClaims, '/claims', true),
    !!field?.openQuestions && task('questionsOpen', field.openQuestions, '/control?view=QUESTIONED'),
    !!field?.held && task('submissionsHeld', field.held, listOf('submission', { outcome: 'HELD' })),
    !!field?.late && task('testsLate', field.late, listOf('assignment', { late: true })),
    may('IMPORT') && !!rejected && task('rejected', rejected, listOf('audit', { state: 'REJECTED' })),
    staff && may('CONFIGURE') && grids === 0 && task('noGrid', null, '/grid'),
    staff && may('CONFIGURE') && categories === 0 && task('noCategory', null, '/category'),
    staff && may('ENROL') && enrolments === 0 && task('noEnrolment', null, '/enrolment'),
    !!jury?.conflicts && task('conflictsDue', jury.conflicts, '/conflict', true),
    !!jury?.unchecked && task('tiesDue', jury.unchecked, '/conflict', true),
    !!jury?.toApprove && task('pointsToApprove', jury.toApprove, '/point'),
    !!jury?.toWrite && task('pointsToWrite', jury.toWrite, '/point'),
    !!jury?.toConsent && task('consentsDue', jury.toConsent, '/point'),
    !!jury?.toAward && task('toAward', jury.toAward, '/award'),
    staff && may('PUBLISH') && task('toPublish', null, '/publication', true),
    !!requests && task('accessRequested', requests, listOf('partner_access', { state: 'REQUESTED' })),
    !!toHandOver && task('toHandOver', toHandOver, listOf('laureate', { handedOver: false })),
    role === 'ADMINISTRATOR' && !!mails && task('outbox', mails, '/mail'),
  ];
  return todo.filter((one): one is Task => !!one);
}
