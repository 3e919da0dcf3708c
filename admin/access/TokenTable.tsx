import { Button, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { useFormat } from '../kernel/format.ts';
import { TokenState } from '../kernel/partner/TokenState.tsx';
import { ActDialog } from '../kernel/record/ActDialog.tsx';
import { Section } from '../kernel/record/Section.tsx';
import { type Access, type AccessToken, RevokeToken } from './access.graphql.ts';

/** The tokens of an access, by their first characters; one that was lost or seen is made useless here. */
export const TokenTable = ({ access }: { readonly access: Access }) => {
  const translate = useTranslate();
  const format = useFormat();
  const [asking, setAsking] = useState<AccessToken | null>(null);
  const { tokens } = access;
  return (
    <Section title={translate('partner.token.title')} flush={tokens.length > 0}>
      {tokens.length === 0 && <Typography>{translate('room.access.noToken')}</Typography>}
      {tokens.length > 0 && (
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{translate('partner.token.prefix')}</TableCell>
              <TableCell>{translate('field.createdAt')}</TableCell>
              <TableCell>{translate('field.state')}</TableCell>
              <TableCell align="right">{translate('registration.staff.actions')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {tokens.map((token) => (
              <TableRow key={token.id}>
                <TableCell>
                  <code>{token.prefix}…</code>
                </TableCell>
                <TableCell>{format.instant(token.createdAt)}</TableCell>
                <TableCell>
                  <TokenState token={token} />
                </TableCell>
                <TableCell align="right">
                  {!token.revokedAt && (
                    <Button size="small" color="inherit" onClick={() => setAsking(token)}>
                      {translate('partner.token.revoke')}
                    </Button>
                  )}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
      {asking && (
        <ActDialog
          title={translate('partner.token.revokeAsk', { prefix: asking.prefix })}
          action={translate('partner.token.revoke')}
          done="partner.token.revoked"
          destructive
          act={() => run(RevokeToken, { accessId: access.id, id: asking.id })}
          onClose={() => setAsking(null)}
        >
          {translate('partner.token.revokeMore')}
        </ActDialog>
      )}
    </Section>
  );
};
