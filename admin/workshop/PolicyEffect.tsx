import { Box, LinearProgress, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useId } from 'react';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { Wide } from '../kernel/record/Wide.tsx';
import { PodiumCell } from './PodiumCell.tsx';
import { movedCount, podiumDiffers, podiumInForce } from './podiums.ts';
import type { Podium } from './workshop.graphql.ts';

interface PolicyEffectProps {
  /** Null until it is known. */
  readonly effect: readonly Podium[] | null;
  readonly reading: boolean;
  readonly already: boolean;
}

/** The podiums before and after, category by category, and how many structures move. */
export const PolicyEffect = ({ effect, reading, already }: PolicyEffectProps) => {
  const translate = useTranslate();
  const id = useId();
  return (
    <Box component="section" aria-labelledby={id} sx={{ display: 'contents' }}>
      <Box
        sx={{
          // Always in sight: one sees the effect of a choice where one makes it.
          ...{ position: 'sticky', bottom: -20, zIndex: 1, py: 3 },
          ...{ bgcolor: 'background.paper', borderTop: 1, borderColor: 'divider' },
        }}
      >
        <Typography id={id} component="h3" variant="h3">
          {translate('room.policy.effect')}
        </Typography>
        <Box sx={{ height: 2, my: 1 }}>
          {reading && <LinearProgress aria-label={translate('state.loading')} sx={{ height: 2 }} />}
        </Box>
        <Typography role="status" sx={{ minHeight: 21, fontSize: '0.875rem' }}>
          {already ? translate('room.policy.already') : effect && <Summary effect={effect} />}
        </Typography>
      </Box>
      {effect && !already && movedCount(effect) > 0 && (
        <Wide label={id} sx={{ mt: 3, border: 1, borderColor: 'divider', borderRadius: 1 }}>
          <Effects effect={effect.filter(({ moved }) => moved.length > 0)} label={id} />
        </Wide>
      )}
    </Box>
  );
};

const Summary = ({ effect }: { readonly effect: readonly Podium[] }) => {
  const translate = useTranslate();
  const moved = movedCount(effect);
  if (moved === 0) return translate('room.policy.effectNone');
  const podiums = effect.filter(podiumDiffers).length;
  return translate(podiums === 0 ? 'room.policy.effectNoPodium' : 'room.policy.effectPodiums', {
    ...{ smart_count: podiums, moves: translate('room.policy.effectMoves', { smart_count: moved }) },
  });
};

const Effects = ({ effect, label }: { readonly effect: readonly Podium[]; readonly label: string }) => {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Table size="small" aria-labelledby={label} sx={{ minWidth: 560, '& td': { verticalAlign: 'top', py: 2 } }}>
      <TableHead>
        <TableRow>
          <TableCell>{translate('room.workshop.category')}</TableCell>
          <TableCell>{translate('room.policy.before')}</TableCell>
          <TableCell>{translate('room.policy.after')}</TableCell>
          <TableCell align="right">{translate('room.policy.moves')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {effect.map((podium) => (
          <TableRow key={podium.category.id}>
            <TableCell sx={{ fontWeight: 600 }}>{podium.category.label}</TableCell>
            <TableCell>
              <PodiumCell places={podiumInForce(podium)} inForce />
            </TableCell>
            <TableCell>
              <PodiumCell places={podium.podium} of={podium} brief />
            </TableCell>
            <TableCell align="right">{format.number(podium.moved.length)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
};
