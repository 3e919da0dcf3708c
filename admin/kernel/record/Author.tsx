import { useGetOne, usePermissions, useTranslate, type UserIdentity } from 'react-admin';
import type { Role } from '../access.ts';
import { mayOpen } from '../access.ts';

/** The name behind an account, as far as one may know it: no name is the system itself. */
export const Author = ({ id, mine }: { readonly id: string | null; readonly mine: UserIdentity | undefined }) => {
  const translate = useTranslate();
  const { permissions: role } = usePermissions<Role>();
  const ask = id !== null && id !== mine?.id && mayOpen(role, 'account');
  const { data } = useGetOne<{ id: string; name: string }>('account', { id: id ?? '' }, { enabled: ask, retry: false });
  const name = id === null ? translate('record.system') : id === mine?.id ? mine.fullName : data?.name;
  return <strong>{name ?? translate('record.someone')}</strong>;
};
