import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Link,
  Pagination,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  useMediaQuery,
} from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useBasename, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { run } from '../kernel/api.ts';
import { Chip } from '../kernel/chips.tsx';
import { useFormat } from '../kernel/format.ts';
import { Wide } from '../kernel/record/Wide.tsx';
import { Loading } from '../kernel/states.tsx';
import { type Figure, QualityTests } from './quality.graphql.ts';

interface TestsDialogProps {
  readonly editionId: string;
  readonly auditorId: string;
  readonly figure: Figure;
  readonly onClose: () => void;
}

const A_PAGE = 50;

/** The tests that a figure counts, each a link to where it stands. */
export const TestsDialog = ({ editionId, auditorId, figure, onClose }: TestsDialogProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const basename = useBasename();
  const titled = useId();
  const small = useMediaQuery('(max-width: 600px)');
  const [page, setPage] = useState(1);
  const { data } = useQuery({
    queryKey: ['auditor', 'tests', editionId, auditorId, figure, page],
    queryFn: ({ signal }) => run(QualityTests, { editionId, auditorId, figure, page }, signal),
    placeholderData: (before) => before,
  });
  const { items = [], total = 0 } = data?.qualityTests ?? {};
  return (
    <Dialog open onClose={onClose} aria-labelledby={titled} fullWidth fullScreen={small} maxWidth="md">
      <DialogTitle id={titled}>{translate(`quality.${figure}.name`)}</DialogTitle>
      <DialogContent>
        {!data && <Loading />}
        <Wide label={titled} sx={{}}>
          <Table size="small" aria-labelledby={titled}>
            <TableHead>
              <TableRow>
                {['structure', 'channel', 'reference', 'onDay', 'performedOn', 'state'].map((field) => (
                  <TableCell key={field}>{translate(`field.${field}`)}</TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {items.map((test) => (
                <TableRow key={test.id}>
                  <TableCell>
                    <Link
                      component={RouterLink}
                      to={`${basename}/${test.auditId ? `audit/${test.auditId}` : `assignment/${test.id}`}/show`}
                    >
                      {test.structure}
                    </Link>
                  </TableCell>
                  <TableCell>{translate(`enum.ChannelCode.${test.channel}`)}</TableCell>
                  <TableCell sx={{ whiteSpace: 'nowrap' }}>{test.reference}</TableCell>
                  <TableCell sx={{ whiteSpace: 'nowrap' }}>{format.shortDay(test.onDay)}</TableCell>
                  <TableCell sx={{ whiteSpace: 'nowrap' }}>{format.shortDay(test.performedOn)}</TableCell>
                  <TableCell>
                    {test.auditState ? (
                      <Chip of="AuditState" value={test.auditState} />
                    ) : (
                      <Chip of="AssignmentState" value={test.state} />
                    )}
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Wide>
        {total > A_PAGE && (
          <Pagination count={Math.ceil(total / A_PAGE)} page={page} onChange={(_, to) => setPage(to)} sx={{ mt: 3 }} />
        )}
      </DialogContent>
      <DialogActions>
        <Button variant="contained" onClick={onClose}>
          {translate('ra.action.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
