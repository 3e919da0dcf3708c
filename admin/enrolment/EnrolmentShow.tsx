import { usePermissions, useRecordContext, useTranslate } from 'react-admin';
import { isStaff, type Role } from '../kernel/access.ts';
import { Chip, Tag } from '../kernel/chips.tsx';
import { useFormat } from '../kernel/format.ts';
import { EditLink } from '../kernel/record/EditLink.tsx';
import { Fact, Facts } from '../kernel/record/Facts.tsx';
import { RecordPage } from '../kernel/record/RecordPage.tsx';
import { Section } from '../kernel/record/Section.tsx';
import type { Enrolment } from './enrolment.graphql.ts';
import { ScoreSheetOf } from './ScoreSheetOf.tsx';
import { TestsOf } from './TestsOf.tsx';

/** One structure in one edition: what it scored, channel by channel; for staff and controllers, its tests. */
export const EnrolmentShow = () => {
  const { permissions: role } = usePermissions<Role>();
  const staff = isStaff(role);
  return (
    <RecordPage state={<State />} actions={<EditLink />} {...(staff ? { noun: 'enrolment' } : {})}>
      {role !== 'CONTROLLER' && <Sheet staff={staff} />}
      <Registration />
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
      <Chip of="EditionPhase" value={enrolment.edition.phase} />
      {enrolment.structure.fictional && <Tag label={translate('room.structure.fictional')} />}
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
        <Fact source="tier">{translate(`enum.Tier.${enrolment.tier}`)}</Fact>
        <Fact source="reception">{translate(enrolment.reception ? 'list.yes' : 'list.no')}</Fact>
        <Fact source="origin">{translate(`enum.PanelOrigin.${enrolment.origin}`)}</Fact>
        <Fact source="certifications">{format.list(enrolment.certifications)}</Fact>
        <Fact source="reference">{enrolment.structure.reference}</Fact>
      </Facts>
    </Section>
  );
};
