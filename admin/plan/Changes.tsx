import { Button, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { useFormat } from '../kernel/format.ts';
import { Wide } from '../kernel/record/Wide.tsx';
import { type Draw, DrawChanges } from './plan.graphql.ts';

const A_PAGE = 50;

/** What a draw would change, test by test, before it is applied. */
export const Changes = ({ draw }: { readonly draw: Draw }) => {
  const translate = useTranslate();
  const format = useFormat();
  const [page, setPage] = useState(1);
  const { data } = useQuery({
    queryKey: ['plan', 'changes', draw.id, page],
    queryFn: ({ signal }) => run(DrawChanges, { id: draw.id, page }, signal),
  });
  if (!data) return null;
  const { items, total } = data.drawChanges;
  if (total === 0) return <Typography sx={{ mt: 3 }}>{translate('room.planning.noChange')}</Typography>;
  const day = (value: string | null) => (value ? format.shortDay(value) : '—');
  return (
    <>
      <Wide label={translate('room.planning.changes')} sx={{ mt: 3, maxHeight: 420, overflowY: 'auto' }}>
        <Table size="small" stickyHeader>
          <TableHead>
            <TableRow>
              {['reference', 'structure', 'channel', 'fromDay', 'toDay', 'fromAuditor', 'toAuditor'].map((column) => (
                <TableCell key={column}>{translate(`room.planning.column.${column}`)}</TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {items.map((change, i) => (
              <TableRow key={change.reference ?? `new ${i}`}>
                <TableCell>{change.reference ?? translate('room.planning.new')}</TableCell>
                <TableCell>{change.structure}</TableCell>
                <TableCell>{translate(`enum.ChannelCode.${change.channel}`)}</TableCell>
                <TableCell>{day(change.fromDay)}</TableCell>
                <TableCell>{day(change.toDay)}</TableCell>
                <TableCell>{change.fromAuditor ?? '—'}</TableCell>
                <TableCell>{change.toAuditor ?? '—'}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Wide>
      {total > A_PAGE && (
        <Typography component="div" variant="body2" sx={{ mt: 2 }}>
          <Button disabled={page === 1} onClick={() => setPage(page - 1)}>
            {translate('room.planning.before')}
          </Button>
          {translate('room.planning.page', { page, pages: Math.ceil(total / A_PAGE) })}
          <Button disabled={page * A_PAGE >= total} onClick={() => setPage(page + 1)}>
            {translate('room.planning.after')}
          </Button>
        </Typography>
      )}
    </>
  );
};
