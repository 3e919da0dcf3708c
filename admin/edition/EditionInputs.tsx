import { Box } from '@mui/material';
import { useRecordContext, useTranslate } from 'react-admin';
import {
  CountInput,
  DayInput,
  DecimalInput,
  EnumInput,
  ProseInput,
  TitleInput,
  YearInput,
  YesNoInput,
} from '../kernel/inputs.tsx';
import { Fields, Group } from '../kernel/record/Group.tsx';
import type { Edition } from './edition.graphql.ts';

/** What staff say of an edition: what it is called, then its dates. */
export const EditionInputs = () => {
  const translate = useTranslate();
  const edition = useRecordContext<Edition>();
  const begun = edition?.phase !== undefined && edition.phase !== 'PREPARATION';
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
          <DayInput source="contradictoryFrom" />
          <DayInput source="contradictoryTo" />
          <CountInput source="contradictoryDays" help="claim.daysHelp" />
          <DayInput source="ceremonyOn" />
          <TitleInput source="ceremonyPlace" />
        </Fields>
        <Box sx={{ mt: 4, display: 'grid', gap: 4 }}>
          <YesNoInput source="datesDrive" help="room.passage.drivesHelp" defaultValue={false} />
          {begun && <ProseInput source="motive" help="room.passage.motiveHelp" />}
        </Box>
      </Group>
      <Group title={translate('room.edition.disclosure')} more={translate('room.edition.disclosureMore')}>
        <Fields>
          <CountInput source="fewestContributors" must least={3} defaultValue={5} help="room.edition.fewestHelp" />
          <DecimalInput
            source="largestShare"
            must
            within={[0.5, 1]}
            defaultValue="0.85"
            help="room.edition.shareHelp"
          />
        </Fields>
      </Group>
      <ProseInput source="note" help="room.edition.noteHelp" />
    </>
  );
};
