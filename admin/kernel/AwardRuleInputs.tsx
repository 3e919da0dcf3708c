import { Box } from '@mui/material';
import { useWatch } from 'react-hook-form';
import { CountInput, DecimalInput, EnumInput, YesNoInput } from './inputs.tsx';
import { Fields } from './record/Group.tsx';

/** The rules of an award, of a category or of a special prize: field, score, ties, how many, nobody, mention. */
export const AwardRuleInputs = ({ ranked = true }: { readonly ranked?: boolean }) => {
  const tie: string = useWatch({ name: 'tieRule', defaultValue: 'SHARED' });
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 3 }}>
      <Fields>
        <CountInput source="awardField" must least={1} defaultValue={3} help="room.settings.awardFieldHelp" />
        {ranked && <DecimalInput source="awardMinimum" within={[0, 100]} help="room.settings.awardMinimumHelp" />}
        {ranked && <EnumInput source="tieRule" of="TieRule" must defaultValue="SHARED" help="room.rules.tieHelp" />}
        {ranked && tie === 'CHANNEL' && <EnumInput source="tieChannel" of="ChannelCode" must />}
        <CountInput source="mostLaureates" least={1} help="room.rules.mostHelp" />
      </Fields>
      <YesNoInput source="mayBeWithheld" defaultValue={true} />
      <YesNoInput source="mentionAllowed" defaultValue={true} />
    </Box>
  );
};
