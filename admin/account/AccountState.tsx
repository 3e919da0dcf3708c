import Block from '@mui/icons-material/Block';
import CheckCircle from '@mui/icons-material/CheckCircle';
import MailOutlined from '@mui/icons-material/MailOutlined';
import { useTranslate } from 'react-admin';
import { Tag } from '../kernel/chips.tsx';
import type { Account } from './account.graphql.ts';

/** Whether a person may sign in: yes, not until they choose a password, or no longer. */
export const AccountState = ({ account }: { readonly account: Account }) => {
  const translate = useTranslate();
  if (account.closedAt) return <Tag tone="error" icon={Block} label={translate('room.account.closed')} />;
  if (!account.active) return <Tag tone="warning" icon={MailOutlined} label={translate('room.account.invited')} />;
  return <Tag tone="success" icon={CheckCircle} label={translate('room.account.open')} />;
};
