import CheckCircle from '@mui/icons-material/CheckCircle';
import Update from '@mui/icons-material/Update';
import { Alert, Box, Button, LinearProgress, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Tag } from '../kernel/chips.tsx';
import type { EditionInForce } from '../kernel/edition.tsx';
import { useFormat } from '../kernel/format.ts';
import { AllRuns } from './AllRuns.tsx';
import { PreviewDialog } from './PreviewDialog.tsx';
import type { Run } from './ranking.graphql.ts';
import { useCompute } from './useCompute.ts';

/** Which computation one reads, who asked for it and when, whether it still holds; and the way to compute again. */
export const RunLine = ({ edition, run: latest }: { readonly edition: EditionInForce; readonly run: Run | null }) => {
  const translate = useTranslate();
  const format = useFormat();
  const { preview, moved, ask, confirm, cancel, reading, computing, refusal } = useCompute(edition.id);
  const busy = reading || computing;
  const open = edition.rights.includes('SCORE');
  return (
    <Box sx={{ mb: 4 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, alignItems: 'center' }}>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {latest ? (
            <>
              {translate('room.ranking.run', { number: latest.number, audits: format.number(latest.auditCount) })}{' '}
              {translate(latest.computedByName ? 'room.ranking.by' : 'room.ranking.bySystem', {
                who: latest.computedByName,
                when: format.ago(latest.createdAt, new Date()),
              })}
            </>
          ) : (
            translate('room.ranking.noneYet')
          )}
        </Typography>
        {latest &&
          (latest.current ? (
            <Tag tone="success" icon={CheckCircle} label={translate('room.ranking.current')} />
          ) : (
            <Tag tone="warning" icon={Update} label={translate(open ? 'room.ranking.stale' : 'room.ranking.settled')} />
          ))}
        <Box sx={{ flex: 1 }} />
        {open ? (
          <Button
            variant={latest?.current ? 'outlined' : 'contained'}
            color={latest?.current ? 'inherit' : 'primary'}
            // Not disabled while it works: the focus would be lost, and must come back here.
            aria-disabled={busy}
            onClick={ask}
          >
            <span aria-live="polite">{translate(busy ? 'room.preview.reading' : 'room.ranking.compute')}</span>
          </Button>
        ) : (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {translate('room.ranking.closed')}
          </Typography>
        )}
      </Box>
      {busy && <LinearProgress aria-label={translate('room.ranking.computing')} sx={{ mt: 2, height: 2 }} />}
      {latest && !latest.current && open && !busy && (
        <Alert severity="warning" sx={{ mt: 3 }}>
          {translate('room.ranking.staleMore')}
        </Alert>
      )}
      {refusal && !preview && (
        <Alert severity="error" role="alert" sx={{ mt: 3 }}>
          {translate(`refusal.${refusal}`)}
        </Alert>
      )}
      {latest && <AllRuns editionId={edition.id} latest={latest.number} />}
      {preview && (
        <PreviewDialog
          preview={preview}
          year={edition.year}
          moved={moved}
          pending={computing}
          refusal={refusal}
          onCancel={cancel}
          onConfirm={confirm}
        />
      )}
    </Box>
  );
};
