import { usePermissions, useRecordContext, useTranslate } from 'react-admin';
import { isStaff, type Role } from '../kernel/access.ts';
import { Chip, Tag } from '../kernel/chips.tsx';
import { useFormat } from '../kernel/format.ts';
import { EditLink } from '../kernel/record/EditLink.tsx';
import { Fact, Facts } from '../kernel/record/Facts.tsx';
import { RecordPage } from '../kernel/record/RecordPage.tsx';
import { Section } from '../kernel/record/Section.tsx';
import { useDated, useStratum } from './declared.ts';
import type { Enrolment } from './enrolment.graphql.ts';
import { RegistrationSection } from './RegistrationSection.tsx';
import { ScoreSheetOf } from './ScoreSheetOf.tsx';
import { StateActions } from './StateActions.tsx';
import { TestsOf } from './TestsOf.tsx';

/** One structure in one edition: what it scored, channel by channel; for staff and controllers, its tests. */
export const EnrolmentShow = () => {
  const { permissions: role } = usePermissions<Role>();
  const staff = isStaff(role);
  return (
    <RecordPage state={<State />} actions={<Actions />} {...(staff ? { noun: 'enrolment' } : {})}>
      {role !== 'CONTROLLER' && <Sheet staff={staff} />}
      <Registration />
      {staff && <RegistrationSection />}
      {role !== 'PARTICIPANT' && <TestsOf />}
    </RecordPage>
  );
};

const State = () => {
  const translate = useTranslate();
  const enrolment = useRecordContext<Enrolment>();
  if (!enrolment) return null;
  return (
    <>
      <Tag label={String(enrolment.edition.year)} />
      <Chip of="EnrolmentState" value={enrolment.state} />
      <Chip of="EditionPhase" value={enrolment.edition.phase} />
      {enrolment.structure.fictional && <Tag label={translate('room.structure.fictional')} />}
    </>
  );
};

/** What may be done with it, for those who may. */
const Actions = () => {
  const { permissions: role } = usePermissions<Role>();
  return (
    <>
      {isStaff(role) && <StateActions />}
      <EditLink />
    </>
  );
};

const Sheet = ({ staff }: { readonly staff: boolean }) => {
  const enrolment = useRecordContext<Enrolment>();
  return enrolment ? <ScoreSheetOf enrolment={enrolment} staff={staff} /> : null;
};

const Registration = () => {
  const translate = useTranslate();
  const format = useFormat();
  const enrolment = useRecordContext<Enrolment>();
  const stratumInWords = useStratum();
  const dated = useDated();
  if (!enrolment) return null;
  const { population, populationYear } = enrolment;
  const people =
    population === null
      ? null
      : translate(populationYear ? 'room.sheet.populationIn' : 'room.sheet.population', {
          count: format.number(population),
          year: populationYear,
        });
  return (
    <Section title={translate('room.sheet.facts')}>
      <Facts>
        <Fact source="category">{enrolment.category.label}</Fact>
        <Fact source="population">{people}</Fact>
        <Fact source="stratum">{enrolment.stratum && stratumInWords(enrolment.stratum)}</Fact>
        <Fact source="stateAt">{enrolment.stateAt && format.instant(enrolment.stateAt)}</Fact>
        <Fact source="stateBy">{enrolment.stateBy}</Fact>
        {enrolment.stateMotive && <Fact source="stateMotive">{enrolment.stateMotive}</Fact>}
        <Fact source="tier">{translate(`enum.Tier.${enrolment.tier}`)}</Fact>
        <Fact source="reception">{translate(enrolment.reception ? 'list.yes' : 'list.no')}</Fact>
        <Fact source="origin">{translate(`enum.PanelOrigin.${enrolment.origin}`)}</Fact>
        <Fact source="certifications">
          {format.list(enrolment.certifications.map((name) => dated(enrolment, name)))}
        </Fact>
        <Fact source="consents">{format.list(enrolment.consents.map(({ name }) => name))}</Fact>
        <Fact source="reference">{enrolment.structure.reference}</Fact>
      </Facts>
    </Section>
  );
};
