import { Alert, Box, Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { DownloadButton } from '../kernel/DownloadButton.tsx';
import { useCopy } from '../kernel/useCopy.ts';
import type { Board } from './decision.graphql.ts';

interface ChainProps {
  readonly chain: Board['decisionChain'];
  readonly editionId: string;
  readonly pending: boolean;
  readonly onCheck: () => void;
}

/** Whether every decision still says what it said: each record hashes to its hash, and cites the one before. */
export const Chain = ({ chain: { length, head, brokenAt }, editionId, pending, onCheck }: ChainProps) => {
  const translate = useTranslate();
  const copy = useCopy();
  const holds = brokenAt === null;
  return (
    <Alert
      severity={holds ? 'success' : 'error'}
      sx={{ mb: 4 }}
      action={
        <Button color="inherit" size="small" disabled={pending} onClick={onCheck}>
          {translate('room.decision.check')}
        </Button>
      }
    >
      {holds
        ? translate('room.decision.holds', { smart_count: length })
        : translate('room.decision.broken', { number: brokenAt })}
      {head && (
        <Box sx={{ mt: 1, fontSize: '0.75rem', overflowWrap: 'anywhere' }}>
          {translate('room.decision.head')} <code>{head}</code>{' '}
          <Button size="small" color="inherit" onClick={() => void copy(head, 'room.decision.copied')}>
            {translate('room.decision.copy')}
          </Button>
        </Box>
      )}
      {holds && length > 0 && (
        <Box sx={{ mt: 2 }}>
          <DownloadButton
            size="small"
            pdf={false}
            path={`chain/${editionId}`}
            label={translate('room.decision.chain')}
          />
        </Box>
      )}
    </Alert>
  );
};
