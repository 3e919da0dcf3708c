import RestoreFromTrashOutlined from '@mui/icons-material/RestoreFromTrashOutlined';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Title, usePermissions, useResourceContext, useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import { isStaff, type Role } from '../access.ts';
import { run } from '../api.ts';
import { useFormat } from '../format.ts';
import { Empty, Loading } from '../states.tsx';
import { RemovalOf } from '../trash.graphql.ts';
import { RestoreButton } from './RestoreButton.tsx';

/** The page of a record that is in the trash: who removed it, when, and the way back. `otherwise` stands for the rest. */
export const Removed = (props: { readonly otherwise: ReactNode; readonly onRestored: () => void }) => {
  const translate = useTranslate();
  const format = useFormat();
  const noun = useResourceContext() ?? '';
  const { id: recordId = '' } = useParams();
  const { permissions: role } = usePermissions<Role>();
  const { data, isLoading } = useQuery({
    queryKey: ['removal', noun, recordId],
    queryFn: () => run(RemovalOf, { noun, recordId }),
    enabled: isStaff(role) && recordId !== '',
    retry: false,
  });
  if (isLoading) return <Loading />;
  const removal = data?.removal;
  if (!removal) return props.otherwise;
  const { name, actorName, at, obstacle } = removal;
  const said = { who: actorName ?? translate('record.system'), when: format.ago(at, new Date()) };
  return (
    <>
      <Title title={name ?? translate('trash.title')} preferenceKey={false} />
      <Empty
        icon={RestoreFromTrashOutlined}
        title={translate('trash.removed')}
        more={[translate('trash.by', said), obstacle && translate(`refusal.${obstacle}`)].filter(Boolean).join(' ')}
      >
        <RestoreButton removal={removal} onRestored={props.onRestored} />
      </Empty>
    </>
  );
};
