import { Alert, AlertTitle, Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import type { Sheet } from './enrolment.graphql.ts';

/** What stands in the way of a rank or of the trophy, before any figure: an exclusion, thresholds fallen under. */
export const VerdictOf = ({ sheet }: { readonly sheet: Sheet }) => {
  const translate = useTranslate();
  const format = useFormat();
  const { exclusion, knockOuts, share } = sheet;
  const under = ({ label, score, minimum }: Sheet['knockOuts'][number]) =>
    label === null
      ? translate('room.explanation.underAny')
      : translate('room.explanation.under', {
          ...{ name: label, score: format.number(score, 2), minimum: format.number(minimum, 2) },
        });
  const named = exclusion?.reason === 'ABSENCE' && exclusion.label === null ? 'ABSENCE_ANY' : exclusion?.reason;
  return (
    <>
      {exclusion && (
        <Alert severity="error" sx={{ mb: 4 }}>
          <AlertTitle>{translate('room.explanation.excluded')}</AlertTitle>
          {translate(`room.explanation.${named}`, { name: exclusion.label ?? '', share: format.percent(share, 1) })}
        </Alert>
      )}
      {knockOuts.length > 0 && (
        <Alert severity="warning" sx={{ mb: 4 }}>
          <AlertTitle>{translate('room.explanation.knockOut')}</AlertTitle>
          <Box component="ul" sx={{ m: 0, pl: 4 }}>
            {knockOuts.map((one, i) => (
              <li key={one.label ?? i}>{under(one)}</li>
            ))}
          </Box>
          {translate('room.explanation.knockOutMore')}
        </Alert>
      )}
    </>
  );
};
