import { useTranslate } from 'react-admin';
import { CountInput, DayInput, EnumInput, ProseInput, TitleInput, YearInput } from '../kernel/inputs.tsx';
import { Fields, Group } from '../kernel/record/Group.tsx';

/** What staff say of an edition: what it is called, then its dates. */
export const EditionInputs = () => {
  const translate = useTranslate();
  return (
    <>
      <Fields>
        <TitleInput source="label" must />
        <EnumInput source="provenance" of="Provenance" must defaultValue="FIELD" help="room.edition.provenanceHelp" />
        <YearInput source="year" must />
        <CountInput source="ordinal" must help="room.edition.ordinalHelp" />
      </Fields>
      <Group title={translate('room.edition.dates')}>
        <Fields>
          <DayInput source="registrationFrom" />
          <DayInput source="registrationTo" />
          <DayInput source="fieldworkFrom" help="room.edition.fieldworkHelp" />
          <DayInput source="fieldworkTo" />
          <DayInput source="answersUntil" help="room.delay.answersUntilHelp" />
          <DayInput source="ceremonyOn" />
          <TitleInput source="ceremonyPlace" />
        </Fields>
      </Group>
      <ProseInput source="note" help="room.edition.noteHelp" />
    </>
  );
};
