import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import type { Juror } from './panel.graphql.ts';

/** Someone who left: when, why, and who took their seat. */
export const LeftMember = ({ juror, by }: { readonly juror: Juror; readonly by: Juror | undefined }) => {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Box component="li" sx={{ py: 1, fontSize: '0.875rem' }}>
      {translate('room.panel.goneOn', {
        name: juror.name,
        office: translate(`enum.Office.${juror.office}`),
        day: format.day(juror.leftAt),
      })}
      {by && ` ${translate('room.panel.goneFor', { name: by.name })}`}
      {juror.motive && (
        <Box component="span" sx={{ display: 'block', color: 'text.secondary' }}>
          « {juror.motive} »
        </Box>
      )}
    </Box>
  );
};
