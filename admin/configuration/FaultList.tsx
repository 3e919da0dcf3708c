import { Alert, Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Comparison } from './configuration.graphql.ts';

/** What is wrong in a file: where, what, and what to do about it. */
export const FaultList = ({ faults }: { readonly faults: Comparison['faults'] }) => {
  const translate = useTranslate();
  return (
    <Alert severity="error" role="alert" sx={{ '& .MuiAlert-message': { minWidth: 0, flex: 1 } }}>
      {translate('room.configuration.faults', { smart_count: faults.length })}
      <Box component="ul" sx={{ m: 0, mt: 1, pl: 5, maxHeight: 320, overflow: 'auto', overflowWrap: 'anywhere' }}>
        {faults.map(({ path, problem, detail }) => (
          <li key={`${path} ${problem} ${JSON.stringify(detail)}`}>
            <code>{path || translate('room.configuration.wholeFile')}</code> —{' '}
            {translate(`room.configuration.problem.${problem}`, { where: '?', ...(detail as object) })}
          </li>
        ))}
      </Box>
    </Alert>
  );
};
