import LinkOutlined from '@mui/icons-material/LinkOutlined';
import RestartAlt from '@mui/icons-material/RestartAlt';
import { Box, Button, Typography } from '@mui/material';
import { useDeferredValue, useMemo } from 'react';
import { useTranslate } from 'react-admin';
import { useCopy } from '../kernel/useCopy.ts';
import { ChannelSettings } from './ChannelSettings.tsx';
import { SimulatedRanking } from './SimulatedRanking.tsx';
import { Striped } from './Striped.tsx';
import { isOfficial } from './settings.ts';
import { fieldOf, simulate } from './simulate.ts';
import { standingsOf } from './standings.ts';
import { useSettings } from './useSettings.ts';
import type { Workshop } from './workshop.graphql.ts';

/** Sliders on the left, the ranking they would give on the right, within a frame that says it is not real. */
export const Simulation = ({ workshop }: { readonly workshop: Workshop }) => {
  const translate = useTranslate();
  const copy = useCopy();
  const { channels, entrants, runNumber } = workshop;
  const { settings, official, untouched, change, reset } = useSettings(channels);
  const field = useMemo(
    () =>
      fieldOf(
        channels.map(({ code }) => code),
        entrants,
      ),
    [channels, entrants],
  );
  // The slider answers at once; the table follows as fast as it can be drawn.
  const settled = useDeferredValue(settings);
  const standings = useMemo(() => standingsOf(entrants, simulate(field, settled)), [entrants, field, settled]);
  return (
    <Striped title={translate('room.workshop.simulation')} more={translate('room.workshop.nothingSaved')}>
      <Box sx={{ mb: 4, display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3 }}>
        <Typography variant="body2" sx={{ flex: '1 1 320px', color: 'text.secondary' }}>
          {translate('room.workshop.frozen')} {translate('room.workshop.fromRun', { number: runNumber })}
        </Typography>
        <Button variant="outlined" startIcon={<RestartAlt />} disabled={untouched} onClick={reset}>
          {translate('room.workshop.reset')}
        </Button>
        <Button
          color="inherit"
          startIcon={<LinkOutlined />}
          onClick={() => void copy(location.href, 'room.workshop.shared')}
        >
          {translate('room.workshop.share')}
        </Button>
      </Box>
      <Box
        sx={{
          display: 'grid',
          gap: 6,
          alignItems: 'start',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: '320px minmax(0, 1fr)' },
        }}
      >
        <Box
          sx={{
            position: { lg: 'sticky' },
            top: 72,
            maxHeight: { lg: 'calc(100vh - 88px)' },
            overflowY: { lg: 'auto' },
          }}
        >
          <ChannelSettings channels={channels} settings={settings} official={official} onChange={change} />
        </Box>
        <SimulatedRanking workshop={workshop} standings={standings} untouched={isOfficial(settled, official)} />
      </Box>
    </Striped>
  );
};
