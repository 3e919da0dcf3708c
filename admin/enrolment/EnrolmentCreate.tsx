import { Alert } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { useEdition } from '../kernel/edition.tsx';
import { RecordInput } from '../kernel/inputs.tsx';
import { CreatePage } from '../kernel/record/FormPage.tsx';
import { Loading } from '../kernel/states.tsx';
import { EnrolmentInputs } from './EnrolmentInputs.tsx';

/** Enrols a structure in the edition one is in: its rules decide the category, its population is frozen. */
export const EnrolmentCreate = () => {
  const translate = useTranslate();
  const edition = useEdition();
  const [search] = useSearchParams();
  if (!edition) return <Loading />;
  const structureId = search.get('structureId') ?? undefined;
  return (
    <CreatePage
      title="room.enrolment.add"
      then="list"
      initial={{
        editionId: edition.id,
        tier: 'FREE',
        origin: 'VOLUNTEER',
        reception: false,
        certifications: [],
        structureId,
      }}
    >
      <Alert severity="info">{translate('room.enrolment.rule', { year: edition.year })}</Alert>
      <RecordInput source="structureId" reference="structure" must />
      <EnrolmentInputs />
    </CreatePage>
  );
};
