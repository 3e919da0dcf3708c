import { Box } from '@mui/material';
import { AutocompleteArrayInput, useRecordContext, useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { AwardRuleInputs } from '../kernel/AwardRuleInputs.tsx';
import { CodeInput, CountInput, EnumInput, EnumsInput, TitleInput, YearInput, YesNoInput } from '../kernel/inputs.tsx';
import { usePlaces } from '../kernel/places.ts';
import { Fields, Group } from '../kernel/record/Group.tsx';
import { LivePreview } from './LivePreview.tsx';

/** What a category is called, whom it takes, what that changes, and whether a trophy goes with it. */
export const CategoryInputs = () => {
  const translate = useTranslate();
  const record = useRecordContext<{ id?: string; editionId?: string; edition?: { id: string } }>();
  const editionId = record?.edition?.id ?? record?.editionId;
  return (
    <>
      <TitleInput source="label" must />
      <Fields>
        <CodeInput source="code" must help="room.category.codeHelp" />
        <CountInput source="position" must />
      </Fields>
      <Group title={translate('room.rules.whom')} more={translate('room.rules.whomMore')}>
        <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4 }}>
          <EnumsInput source="kinds" of="StructureKind" must />
          <Bounds />
          <Territory />
        </Box>
      </Group>
      {editionId && <LivePreview editionId={editionId} id={record?.id ?? null} />}
      <Award />
    </>
  );
};

const Bounds = () => {
  const [from, below] = useWatch({ name: ['populationFrom', 'populationBelow'] }) as (number | null | undefined)[];
  const bounded = (from ?? null) !== null || (below ?? null) !== null;
  return (
    <Fields>
      <CountInput source="populationFrom" help="room.category.fromHelp" />
      <CountInput source="populationBelow" help="room.category.belowHelp" />
      {bounded && <YearInput source="censusYear" help="room.rules.censusHelp" />}
    </Fields>
  );
};

/** The places a category takes, or leaves out: none named, everywhere. */
const Territory = () => {
  const places = usePlaces();
  const [departments, regions] = useWatch({ name: ['departmentCodes', 'regionCodes'] }) as (string[] | undefined)[];
  const named = (departments?.length ?? 0) + (regions?.length ?? 0) > 0;
  const choices = (all: typeof places.departments, name: (code: string) => string | null) =>
    all.map(({ code }) => ({ id: code, name: name(code) ?? code }));
  return (
    <Fields>
      <AutocompleteArrayInput
        source="departmentCodes"
        choices={choices(places.departments, places.department)}
        translateChoice={false}
        helperText="room.rules.territoryHelp"
      />
      <AutocompleteArrayInput
        source="regionCodes"
        choices={choices(places.regions, places.region)}
        translateChoice={false}
        helperText={false}
      />
      {named && <EnumInput source="territory" of="TerritoryRule" must defaultValue="IN" />}
    </Fields>
  );
};

/** What its trophy asks for: enough structures to be compared with, a score, and how equals are parted. */
const Award = () => {
  const awarded: boolean = useWatch({ name: 'awarded', defaultValue: true });
  return (
    <Group title={useTranslate()('room.settings.award')}>
      <Box sx={{ display: 'flex', flexDirection: 'column', gap: 3 }}>
        <YesNoInput source="awarded" defaultValue={true} />
        {awarded && <AwardRuleInputs />}
      </Box>
    </Group>
  );
};
