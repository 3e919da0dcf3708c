import FolderZipOutlined from '@mui/icons-material/FolderZipOutlined';
import { Alert, Box, Button, LinearProgress, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Chip, Tag } from '../kernel/chips.tsx';
import { useFormat } from '../kernel/format.ts';
import { Section } from '../kernel/record/Section.tsx';
import { useAct } from '../kernel/useAct.ts';
import { type ReportRun, StopReports } from './individual.graphql.ts';

interface RunCardProps {
  readonly run: ReportRun;
  readonly published: boolean;
  readonly onGoOn: () => void;
}

/** The reports made from one computation of the scores: how far they are, and what may be done with them. */
export const RunCard = ({ run, published, onGoOn }: RunCardProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const { act, pending, refusal } = useAct(['individual']);
  const { id, state, total, made, current, failure, scoreRun, startedAt, startedByName } = run;
  const words = translate('room.individual.madeOf', { made: format.number(made), total: format.number(total) });
  return (
    <Section
      title={translate('room.individual.ofRun', { number: scoreRun.number })}
      aside={current ? <Chip of="ReportState" value={state} /> : <Tag label={translate('room.individual.old')} />}
    >
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {translate('room.individual.startedBy', { name: startedByName, at: format.instant(startedAt) })}
      </Typography>
      {refusal && (
        <Alert severity="error" role="alert" sx={{ mt: 3 }}>
          {refusal}
        </Alert>
      )}
      {failure && (
        <Alert severity="warning" sx={{ mt: 3 }}>
          {translate(`refusal.${failure}`)}
        </Alert>
      )}
      <Typography role="status" sx={{ mt: 3, fontVariantNumeric: 'tabular-nums' }}>
        {words}
      </Typography>
      {state === 'MAKING' && (
        <>
          <LinearProgress
            aria-label={words}
            variant="determinate"
            value={total === 0 ? 0 : (made / total) * 100}
            sx={{ my: 3, height: 6, borderRadius: 1 }}
          />
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {translate('room.individual.leave')}
          </Typography>
        </>
      )}
      {state === 'MADE' && current && (
        <Typography variant="body2" sx={{ mt: 1, color: 'text.secondary' }}>
          {translate(published ? 'room.individual.readable' : 'room.individual.sealed')}
        </Typography>
      )}
      <Box sx={{ mt: 4, display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        {state === 'MAKING' && (
          <Button color="inherit" variant="outlined" disabled={pending} onClick={() => void act(StopReports, { id })}>
            {translate('room.individual.stop')}
          </Button>
        )}
        {state === 'STOPPED' && current && (
          <Button variant="contained" onClick={onGoOn}>
            {translate('room.individual.goOn')}
          </Button>
        )}
        {state !== 'MAKING' && made > 0 && (
          <Button
            variant="outlined"
            startIcon={<FolderZipOutlined />}
            href={`/admin/reports/individual/run/${id}.zip`}
            download
          >
            {translate('room.individual.archive', { smart_count: made, count: format.number(made) })}
          </Button>
        )}
      </Box>
    </Section>
  );
};
