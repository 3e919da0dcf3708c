import AddCircleOutlined from '@mui/icons-material/AddCircleOutlined';
import RemoveCircleOutlined from '@mui/icons-material/RemoveCircleOutlined';
import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { PhaseChange } from './edition.graphql.ts';

/** Who gains what by a change of phase, with a plus, and who loses what, with a minus. */
export const Shifts = ({ shifts }: { readonly shifts: PhaseChange['shifts'] }) => {
  const translate = useTranslate();
  const lines = (side: 'opens' | 'closes') =>
    shifts.flatMap(({ audience, [side]: rights }) => (rights.length > 0 ? [{ audience, rights }] : []));
  if (shifts.length === 0)
    return <Typography sx={{ fontSize: '0.875rem' }}>{translate('room.passage.nobody')}</Typography>;
  return (
    <Box sx={{ display: 'grid', gap: 4, gridTemplateColumns: { sm: '1fr 1fr' } }}>
      <Side gain lines={lines('opens')} />
      <Side gain={false} lines={lines('closes')} />
    </Box>
  );
};

const Side = ({
  gain,
  lines,
}: {
  readonly gain: boolean;
  readonly lines: readonly { readonly audience: string; readonly rights: readonly string[] }[];
}) => {
  const translate = useTranslate();
  const Icon = gain ? AddCircleOutlined : RemoveCircleOutlined;
  return (
    <div>
      <Typography component="h3" variant="h4">
        {translate(gain ? 'room.phase.opens' : 'room.phase.closes')}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, mt: 1, p: 0, fontSize: '0.875rem' }}>
        {lines.length === 0 && (
          <Box component="li" sx={{ color: 'text.secondary' }}>
            {translate('room.phase.nothing')}
          </Box>
        )}
        {lines.map(({ audience, rights }) => (
          <Box component="li" key={audience} sx={{ display: 'flex', gap: 2, alignItems: 'flex-start', py: 0.5 }}>
            <Icon aria-hidden sx={{ fontSize: 16, mt: '2px', color: gain ? 'success.main' : 'error.main' }} />
            <span>
              <strong>{translate(`enum.Audience.${audience}`)}</strong>{' '}
              {rights.map((right) => translate(`room.passage.right.${right}`)).join(', ')}
            </span>
          </Box>
        ))}
      </Box>
    </div>
  );
};
