import ContentCopyOutlined from '@mui/icons-material/ContentCopyOutlined';
import { Box, IconButton, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { Tag } from '../kernel/chips.tsx';
import { useFormat } from '../kernel/format.ts';
import { Wide } from '../kernel/record/Wide.tsx';
import { Loading, RefusedBy } from '../kernel/states.tsx';
import { useCopy } from '../kernel/useCopy.ts';
import { type PastRun, Runs } from './ranking.graphql.ts';

interface AllRunsProps {
  readonly editionId: string;
  /** The number of the latest run. */
  readonly latest: number;
}

/** Every computation that was ever made, read once it is opened: none is erased. */
export const AllRuns = ({ editionId, latest }: AllRunsProps) => {
  const translate = useTranslate();
  const id = useId();
  const [open, setOpen] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['ranking', editionId, 'runs'],
    queryFn: ({ signal }) => run(Runs, { editionId }, signal),
    enabled: open,
  });
  return (
    <Box
      component="details"
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      sx={{
        mt: 2,
        fontSize: '0.8125rem',
        '& summary': { cursor: 'pointer', width: 'fit-content', py: 1, '@media (pointer: coarse)': { py: 3 } },
      }}
    >
      <summary id={id}>{translate('room.runs.title', { count: latest })}</summary>
      {error && <RefusedBy error={error} retry={() => void refetch()} />}
      {open && !data && !error && <Loading />}
      {open && data && (
        <Wide
          label={id}
          sx={{ mt: 1, border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper' }}
        >
          <RunsTable runs={data.scoreRuns.items} latest={latest} label={id} />
        </Wide>
      )}
    </Box>
  );
};

interface RunsTableProps {
  readonly runs: readonly PastRun[];
  readonly latest: number;
  readonly label: string;
}

const RunsTable = ({ runs, latest, label }: RunsTableProps) => {
  const translate = useTranslate();
  return (
    <Table size="small" aria-labelledby={label}>
      <TableHead>
        <TableRow>
          <TableCell>{translate('room.runs.number')}</TableCell>
          <TableCell>{translate('room.runs.at')}</TableCell>
          <TableCell>{translate('room.runs.who')}</TableCell>
          <TableCell align="right">{translate('room.runs.audits')}</TableCell>
          <TableCell>{translate('room.runs.policy')}</TableCell>
          <TableCell>{translate('room.runs.engine')}</TableCell>
          <TableCell>{translate('room.runs.hash')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {runs.map((one) => (
          <RunRow key={one.id} run={one} inForce={one.number === latest} />
        ))}
      </TableBody>
    </Table>
  );
};

const RunRow = ({ run, inForce }: { readonly run: PastRun; readonly inForce: boolean }) => {
  const translate = useTranslate();
  const format = useFormat();
  const copy = useCopy();
  const { number, createdAt, computedByName, auditCount, policy, engine, inputsHash } = run;
  return (
    <TableRow>
      <TableCell sx={{ fontWeight: 600, whiteSpace: 'nowrap' }}>
        {format.number(number)} {inForce && <Tag tone="success" label={translate('room.runs.inForce')} />}
      </TableCell>
      <TableCell>{format.instant(createdAt)}</TableCell>
      <TableCell>{computedByName ?? '—'}</TableCell>
      <TableCell align="right">{format.number(auditCount)}</TableCell>
      <TableCell>
        {translate(policy ? 'room.runs.policyNumber' : 'room.runs.grid', { number: policy?.number })}
      </TableCell>
      <TableCell>{engine}</TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>
        <code title={inputsHash}>{inputsHash.slice(0, 8)}…</code>
        <IconButton
          size="small"
          aria-label={translate('room.runs.copy', { number })}
          onClick={() => void copy(inputsHash, 'room.runs.copied')}
        >
          <ContentCopyOutlined sx={{ fontSize: 16 }} />
        </IconButton>
      </TableCell>
    </TableRow>
  );
};
