import { Alert, AlertTitle, Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import type { Run } from './import.graphql.ts';
import { useFaultWords } from './useFaultWords.ts';

/** Shown of one file: the others are of the same sort. */
const SHOWN = 50;

/** What is wrong with a file as a whole: until it is settled, no row is judged. */
export const FileFaults = ({ run }: { readonly run: Run }) => {
  const translate = useTranslate();
  const format = useFormat();
  const sentence = useFaultWords();
  const { faults, faultCount } = run;
  const shown = faults.slice(0, SHOWN);
  return (
    <Alert severity="error" role="alert" sx={{ mb: 4 }}>
      <AlertTitle>{translate('room.import.faulty', { smart_count: faultCount })}</AlertTitle>
      {translate('room.import.faultyMore')} {run.headings.length > 0 && translate('room.import.faultyColumns')}
      <Box component="ul" sx={{ m: 0, mt: 2, pl: 4, overflowWrap: 'anywhere' }}>
        {shown.map((fault, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line may have the same fault twice, and faults never move
          <li key={i}>
            {translate('room.import.faultAt', { line: format.number(fault.line), sentence: sentence(fault) })}
          </li>
        ))}
      </Box>
      {faultCount > shown.length &&
        translate('room.import.faultsMore', { shown: format.number(shown.length), total: format.number(faultCount) })}
    </Alert>
  );
};
