import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { CodeInput, CountInput, DecimalInput, EnumsInput, TitleInput, YesNoInput } from '../kernel/inputs.tsx';
import { Fields, Group } from '../kernel/record/Group.tsx';

/** What a category is called, whom it takes, and whether a trophy goes with it. */
export const CategoryInputs = () => (
  <>
    <TitleInput source="label" must />
    <Fields>
      <CodeInput source="code" must help="room.category.codeHelp" />
      <CountInput source="position" must />
    </Fields>
    <EnumsInput source="kinds" of="StructureKind" must />
    <Fields>
      <CountInput source="populationFrom" help="room.category.fromHelp" />
      <CountInput source="populationBelow" help="room.category.belowHelp" />
    </Fields>
    <Award />
  </>
);

/** What its trophy asks for: enough structures to be compared with, and a score. */
const Award = () => {
  const awarded: boolean = useWatch({ name: 'awarded', defaultValue: true });
  return (
    <Group title={useTranslate()('room.settings.award')}>
      <Box sx={{ display: 'flex', flexDirection: 'column', gap: 3 }}>
        <YesNoInput source="awarded" defaultValue={true} />
        {awarded && (
          <Fields>
            <CountInput source="awardField" must least={1} defaultValue={3} help="room.settings.awardFieldHelp" />
            <DecimalInput source="awardMinimum" within={[0, 100]} help="room.settings.awardMinimumHelp" />
          </Fields>
        )}
      </Box>
    </Group>
  );
};
