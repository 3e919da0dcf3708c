import TheaterComedyOutlined from '@mui/icons-material/TheaterComedyOutlined';
import { Box, Button } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import { codeIn, run } from '../api.ts';
import { graphql } from '../graphql.ts';
import { leaveStage, yearIn } from '../stage.ts';

const StageNow = graphql(`query StageNow { rehearsalNow { id seed structuresEach } }`);

/** Says, on every page of a rehearsal, that nothing of it counts, and leads out. Stripes: it cannot be missed. */
export const StageBanner = () => {
  const translate = useTranslate();
  const { year = '' } = useParams();
  const { data, error } = useQuery({
    queryKey: ['stageNow'],
    queryFn: ({ signal }) => run(StageNow, {}, signal),
    retry: false,
  });
  const over = error !== null && codeIn(error) === 'REHEARSAL_OVER';
  return (
    <Box
      component="section"
      aria-label={translate('room.rehearsal.banner')}
      sx={({ palette: { tokens } }) => ({
        position: 'sticky',
        top: 0,
        zIndex: 'appBar',
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 2,
        px: { xs: 4, md: 6 },
        py: 1.5,
        fontSize: '0.875rem',
        color: tokens.ink,
        borderBottom: `2px solid ${tokens.error}`,
        backgroundColor: tokens.paper,
        backgroundImage: `repeating-linear-gradient(135deg, ${tokens.error}24 0 10px, transparent 10px 20px)`,
      })}
    >
      <TheaterComedyOutlined aria-hidden sx={{ fontSize: 20 }} />
      <Box sx={{ flex: '1 1 240px' }} role={over ? 'alert' : undefined}>
        <strong>{translate('room.rehearsal.banner')}</strong>
        {' · '}
        {over
          ? translate('refusal.REHEARSAL_OVER')
          : translate('room.rehearsal.bannerMore', { seed: data?.rehearsalNow?.seed ?? '…' })}
      </Box>
      <Button
        size="small"
        variant="outlined"
        color="inherit"
        sx={{ bgcolor: 'background.paper' }}
        onClick={() => leaveStage(yearIn(year) ?? year)}
      >
        {translate('room.rehearsal.leave')}
      </Button>
    </Box>
  );
};
