import { Typography } from '@mui/material';
import { Title, useGetIdentity, useLocale, useTranslate } from 'react-admin';
import { isStaff, type Role } from '../kernel/access.ts';
import { useEditions } from '../kernel/edition.tsx';
import { Empty, Loading } from '../kernel/states.tsx';
import { AuditorHome } from './AuditorHome.tsx';
import { Figures } from './Figures.tsx';
import { JurorHome } from './JurorHome.tsx';
import { MySpace } from './MySpace.tsx';
import { StaffTodo } from './StaffTodo.tsx';

/** What waits for the person who has just come in, by role: never a wall of charts. */
export const Home = () => {
  const translate = useTranslate();
  const locale = useLocale();
  const { identity } = useGetIdentity();
  const { edition, pending } = useEditions();
  if (!identity || pending) return <Loading />;
  const role = identity.role as Role;
  const today = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  return (
    <>
      <Title preferenceKey={false} title={translate('home.title', { name: identity.fullName?.split(' ')[0] ?? '' })} />
      <Typography sx={{ mt: -3, mb: 6, color: 'text.secondary', fontSize: '0.875rem' }}>
        {translate('home.subtitle', { role: translate(`enum.Role.${role}`), day: today.format(new Date()) })}
      </Typography>
      {!edition && isStaff(role) && (
        <Empty title={translate('room.edition.empty')} more={translate('room.edition.emptyMore')} />
      )}
      {edition && (isStaff(role) || role === 'CONTROLLER') && (
        <>
          <StaffTodo edition={edition} role={role} />
          <Figures edition={edition} role={role} />
        </>
      )}
      {role === 'PARTICIPANT' && <MySpace />}
      {role === 'JUROR' && <JurorHome />}
      {role === 'AUDITOR' && <AuditorHome />}
    </>
  );
};
