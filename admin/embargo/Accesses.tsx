import { Button, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { Tag } from '../kernel/chips.tsx';
import { useFormat } from '../kernel/format.ts';
import { PARIS } from '../kernel/paris.ts';
import { ActDialog } from '../kernel/record/ActDialog.tsx';
import { type Access, RevokeEarlyAccess } from './embargo.graphql.ts';

/** Who may read, from when, how often they did, and the way to withdraw it. */
export const Accesses = ({ accesses }: { readonly accesses: readonly Access[] }) => {
  const translate = useTranslate();
  const format = useFormat();
  const [revoking, setRevoking] = useState<Access | null>(null);
  return (
    <>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{translate('room.embargo.who')}</TableCell>
            <TableCell>{translate('room.embargo.address')}</TableCell>
            <TableCell>{translate('room.embargo.version')}</TableCell>
            <TableCell>{translate('room.embargo.from')}</TableCell>
            <TableCell align="right">{translate('room.embargo.readCount')}</TableCell>
            <TableCell />
          </TableRow>
        </TableHead>
        <TableBody>
          {accesses.map((access) => (
            <TableRow key={access.id}>
              <TableCell>
                <strong>{access.name}</strong>
                <br />
                {access.body}
              </TableCell>
              <TableCell>{access.email}</TableCell>
              <TableCell>{access.datasetName}</TableCell>
              <TableCell>{format.instantIn(access.fromAt, PARIS)}</TableCell>
              <TableCell align="right">{format.number(access.readCount)}</TableCell>
              <TableCell align="right">
                {access.revokedAt ? (
                  <Tag label={translate('room.embargo.revoked')} />
                ) : (
                  <Button
                    size="small"
                    color="error"
                    aria-label={translate('room.embargo.revokeOf', { name: access.name })}
                    onClick={() => setRevoking(access)}
                  >
                    {translate('room.embargo.revoke')}
                  </Button>
                )}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {revoking && (
        <ActDialog
          title={translate('room.embargo.revokeAsk', { name: revoking.name })}
          action={translate('room.embargo.revoke')}
          done={translate('room.embargo.revokeDone', { name: revoking.name })}
          destructive
          act={() => run(RevokeEarlyAccess, { id: revoking.id })}
          onClose={() => setRevoking(null)}
        >
          {translate('room.embargo.revokeMore')}
        </ActDialog>
      )}
    </>
  );
};
