import CheckCircle from '@mui/icons-material/CheckCircle';
import Update from '@mui/icons-material/Update';
import { Alert, Box, Button, LinearProgress, Typography } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNotify, useTranslate } from 'react-admin';
import { codeIn, run } from '../kernel/api.ts';
import { Tag } from '../kernel/chips.tsx';
import type { EditionInForce } from '../kernel/edition.tsx';
import { useFormat } from '../kernel/format.ts';
import { ComputeScores, type Run } from './ranking.graphql.ts';

/** Which computation one reads, who asked for it and when, whether it still holds; and the way to compute again. */
export const RunLine = ({ edition, run: latest }: { readonly edition: EditionInForce; readonly run: Run | null }) => {
  const translate = useTranslate();
  const format = useFormat();
  const { compute, isPending, refusal } = useCompute(edition.id);
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
            disabled={isPending}
            onClick={() => compute()}
          >
            <span aria-live="polite">{translate(isPending ? 'room.ranking.computing' : 'room.ranking.compute')}</span>
          </Button>
        ) : (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {translate('room.ranking.closed')}
          </Typography>
        )}
      </Box>
      {isPending && <LinearProgress aria-label={translate('room.ranking.computing')} sx={{ mt: 2, height: 2 }} />}
      {latest && !latest.current && open && !isPending && (
        <Alert severity="warning" sx={{ mt: 3 }}>
          {translate('room.ranking.staleMore')}
        </Alert>
      )}
      {refusal && (
        <Alert severity="error" role="alert" sx={{ mt: 3 }}>
          {translate(`refusal.${refusal}`)}
        </Alert>
      )}
    </Box>
  );
};

/** Asks for the scores; everything that was read from the former run is read again. */
function useCompute(editionId: string) {
  const notify = useNotify();
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => run(ComputeScores, { editionId }),
    onSuccess: async ({ computeScores: { number } }) => {
      notify('room.ranking.computed', { type: 'success', messageArgs: { number } });
      await client.invalidateQueries();
    },
  });
  return { compute: mutate, isPending, refusal: error ? codeIn(error) : null };
}
