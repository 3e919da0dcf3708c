import { Box, Button, Link, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useState } from 'react';
import { useBasename, useNotify, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { EditionInForce } from '../kernel/edition.tsx';
import { useFormat } from '../kernel/format.ts';
import { ConfirmDialog } from '../kernel/record/ConfirmDialog.tsx';
import { Section } from '../kernel/record/Section.tsx';
import { useAct } from '../kernel/useAct.ts';
import { type Fieldwork, RemindAuditors } from './cockpit.graphql.ts';

interface AuditorsProps {
  readonly edition: EditionInForce;
  readonly auditors: Fieldwork['auditors'];
}

/** Who is late and who has tests coming, with the way to remind those who are late. */
export const Auditors = ({ edition, auditors }: AuditorsProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const basename = useBasename();
  const [asking, setAsking] = useState(false);
  const late = auditors.filter((auditor) => auditor.late > 0);
  if (auditors.length === 0) return null;
  const listOf = (auditorId: string, more: object) =>
    `${basename}/assignment?filter=${encodeURIComponent(JSON.stringify({ auditorId, ...more }))}`;
  return (
    <Section
      flush
      title={translate('room.cockpit.auditors')}
      aside={
        late.length > 0 && (
          <Button variant="outlined" onClick={() => setAsking(true)}>
            {translate('room.cockpit.remind')}
          </Button>
        )
      }
    >
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{translate('room.cockpit.auditor')}</TableCell>
            <TableCell align="right">{translate('room.cockpit.head.late')}</TableCell>
            <TableCell align="right">{translate('room.cockpit.coming')}</TableCell>
            <TableCell>{translate('room.cockpit.reminded')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {auditors.map(({ id, code, name, late, coming, remindedOn }) => (
            <TableRow key={id}>
              <TableCell component="th" scope="row">
                {name}{' '}
                <Box component="span" sx={{ color: 'text.secondary' }}>
                  {code}
                </Box>
              </TableCell>
              <TableCell align="right">
                <Link component={RouterLink} to={listOf(id, { late: true })} underline="hover">
                  {format.number(late)}
                </Link>
              </TableCell>
              <TableCell align="right">{format.number(coming)}</TableCell>
              <TableCell>{format.day(remindedOn)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {asking && <Remind edition={edition} count={late.length} onClose={() => setAsking(false)} />}
    </Section>
  );
};

interface RemindProps {
  readonly edition: EditionInForce;
  readonly count: number;
  readonly onClose: () => void;
}

const Remind = ({ edition, count, onClose }: RemindProps) => {
  const translate = useTranslate();
  const notify = useNotify();
  const { act, pending, refusal } = useAct(['cockpit']);
  const confirm = async () => {
    const done = await act(RemindAuditors, { editionId: edition.id });
    if (!done) return;
    notify('room.cockpit.remindDone', { type: 'success', messageArgs: { smart_count: done.remindAuditors } });
    onClose();
  };
  return (
    <ConfirmDialog
      open
      title={translate('room.cockpit.remindAsk')}
      action={translate('room.cockpit.remind')}
      pending={pending}
      refusal={refusal}
      onCancel={onClose}
      onConfirm={() => void confirm()}
    >
      <Typography>{translate('room.cockpit.remindMore', { smart_count: count })}</Typography>
    </ConfirmDialog>
  );
};
