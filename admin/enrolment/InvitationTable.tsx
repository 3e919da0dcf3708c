import { Button, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useBasename, useNotify, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { codeIn, run } from '../kernel/api.ts';
import { Chip, Tag } from '../kernel/chips.tsx';
import { useFormat } from '../kernel/format.ts';
import { ConfirmDialog } from '../kernel/record/ConfirmDialog.tsx';
import { type Invitation, Resend, Revoke } from './registration.graphql.ts';

type Row = Omit<Invitation, 'enrolment'> & {
  readonly enrolment: { readonly id: string; readonly state: string; readonly structure: { readonly name: string } };
};

const stateOf = ({ revokedAt, expiresAt }: Row) =>
  revokedAt ? 'revoked' : new Date(expiresAt) < new Date() ? 'expired' : 'works';

/** Personal links that were mailed, and what became of each. */
export const InvitationTable = ({
  invitations,
  named = true,
  onChanged,
}: {
  readonly invitations: readonly Row[];
  /** Whether each says of which structure it is. */
  readonly named?: boolean;
  readonly onChanged: () => void;
}) => {
  const translate = useTranslate();
  const format = useFormat();
  const basename = useBasename();
  const [asking, setAsking] = useState<{ readonly verb: 'resend' | 'revoke'; readonly row: Row } | null>(null);
  const say = (key: string) => translate(`registration.staff.${key}`);
  return (
    <>
      <Table size="small">
        <TableHead>
          <TableRow>
            {named && <TableCell>{translate('field.structure')}</TableCell>}
            {named && <TableCell>{translate('field.state')}</TableCell>}
            <TableCell>{say('recipient')}</TableCell>
            <TableCell>{say('sentAt')}</TableCell>
            <TableCell>{say('openedAt')}</TableCell>
            <TableCell>{say('expiresAt')}</TableCell>
            <TableCell align="right">{say('reminded')}</TableCell>
            <TableCell align="right">{say('actions')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {invitations.map((row) => (
            <TableRow key={row.id}>
              {named && (
                <TableCell>
                  <Link to={`${basename}/enrolment/${row.enrolment.id}/show`}>{row.enrolment.structure.name}</Link>
                </TableCell>
              )}
              {named && (
                <TableCell>
                  <Chip of="EnrolmentState" value={row.enrolment.state} />
                </TableCell>
              )}
              <TableCell>{row.recipient}</TableCell>
              <TableCell>{format.instant(row.sentAt)}</TableCell>
              <TableCell>{row.openedAt ? format.instant(row.openedAt) : '—'}</TableCell>
              <TableCell>
                {stateOf(row) === 'works' ? (
                  format.day(row.expiresAt.slice(0, 10))
                ) : (
                  <Tag tone="warning" label={say(`linkState.${stateOf(row)}`)} />
                )}
              </TableCell>
              <TableCell align="right">{row.reminders || '—'}</TableCell>
              <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
                {['INVITED', 'DRAFT'].includes(row.enrolment.state) && (
                  <>
                    {!row.revokedAt && (
                      <Button size="small" color="inherit" onClick={() => setAsking({ verb: 'revoke', row })}>
                        {say('revoke')}
                      </Button>
                    )}
                    <Button size="small" onClick={() => setAsking({ verb: 'resend', row })}>
                      {say('resend')}
                    </Button>
                  </>
                )}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {asking && <LinkDialog {...asking} onClose={() => setAsking(null)} onDone={onChanged} />}
    </>
  );
};

/** Sends a new link, or makes one useless. */
const LinkDialog = ({
  verb,
  row,
  onClose,
  onDone,
}: {
  readonly verb: 'resend' | 'revoke';
  readonly row: Row;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) => {
  const translate = useTranslate();
  const notify = useNotify();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (): Promise<unknown> =>
      verb === 'resend' ? run(Resend, { id: row.enrolment.id, email: row.recipient }) : run(Revoke, { id: row.id }),
    onSuccess: () => {
      notify(`registration.staff.${verb === 'resend' ? 'resent' : 'revoked'}`, { type: 'success' });
      onClose();
      onDone();
    },
  });
  return (
    <ConfirmDialog
      open
      title={translate(`registration.staff.${verb}Ask`)}
      action={translate(`registration.staff.${verb}`)}
      destructive={verb === 'revoke'}
      pending={isPending}
      refusal={error ? translate(`refusal.${codeIn(error)}`) : null}
      onCancel={onClose}
      onConfirm={() => mutate()}
    >
      <strong>{row.recipient}</strong>
      <p style={{ margin: '8px 0 0' }}>{translate(`registration.staff.${verb}More`)}</p>
    </ConfirmDialog>
  );
};
