import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import type { Outcomes } from './workshop.graphql.ts';

/** The name of a policy, what its floor counts, and whether it changes anything. */
export const PolicyHead = ({ outcome: { policy, floor, asInForce } }: { readonly outcome: Outcomes[number] }) => {
  const translate = useTranslate();
  const format = useFormat();
  const name = translate(`enum.AbsencePolicy.${policy}`);
  return (
    <>
      <Box component="span" sx={{ display: 'block', color: 'text.primary' }}>
        {floor === null ? name : translate('room.policy.sayFloor', { policy: name, floor: format.number(floor) })}
      </Box>
      {asInForce && (
        <Box component="span" sx={{ fontWeight: 400 }}>
          {translate('room.policies.asInForce')}
        </Box>
      )}
    </>
  );
};
