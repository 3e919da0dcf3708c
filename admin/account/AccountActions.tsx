import { Button } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useGetIdentity, useNotify, useRecordContext, useRefresh, useTranslate } from 'react-admin';
import { codeIn, run } from '../kernel/api.ts';
import { ConfirmDialog } from '../kernel/record/ConfirmDialog.tsx';
import { AccountState } from './AccountState.tsx';
import { type Account, CloseAccount, ReinviteAccount, ReopenAccount } from './account.graphql.ts';

const deeds = {
  close: (id: string): Promise<object> => run(CloseAccount, { id }),
  reopen: (id: string): Promise<object> => run(ReopenAccount, { id }),
  reinvite: (id: string): Promise<object> => run(ReinviteAccount, { id }),
} as const;
type Deed = keyof typeof deeds;

/** Closes an account, opens it again, or mails a new link to someone who has not chosen a password yet. */
export const AccountActions = () => {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const { identity } = useGetIdentity();
  const account = useRecordContext<Account>();
  const [asked, setAsked] = useState<Deed | null>(null);
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: (deed: Deed) => deeds[deed](account?.id ?? ''),
    onSuccess: (_, deed) => {
      notify(`room.account.done.${deed}`, { type: 'success', messageArgs: { email: account?.email } });
      refresh();
      setAsked(null);
    },
  });
  if (!account) return null;
  const ask = (deed: Deed) => {
    reset();
    setAsked(deed);
  };
  return (
    <>
      <AccountState account={account} />
      {!account.active && !account.closedAt && (
        <Button variant="outlined" onClick={() => ask('reinvite')}>
          {translate('room.account.do.reinvite')}
        </Button>
      )}
      {account.closedAt ? (
        <Button variant="outlined" onClick={() => ask('reopen')}>
          {translate('room.account.do.reopen')}
        </Button>
      ) : (
        account.id !== identity?.id && (
          <Button color="error" onClick={() => ask('close')}>
            {translate('room.account.do.close')}
          </Button>
        )
      )}
      <ConfirmDialog
        open={asked !== null}
        title={translate(`room.account.ask.${asked}`, { name: account.name })}
        action={translate(`room.account.do.${asked}`)}
        destructive={asked === 'close'}
        pending={isPending}
        refusal={error ? translate(`refusal.${codeIn(error)}`) : null}
        onCancel={() => setAsked(null)}
        onConfirm={() => asked && mutate(asked)}
      >
        {translate(`room.account.consequence.${asked}`, { email: account.email })}
      </ConfirmDialog>
    </>
  );
};
