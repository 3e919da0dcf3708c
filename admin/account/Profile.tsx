import { Box } from '@mui/material';
import { Title, useGetIdentity, useTranslate } from 'react-admin';
import { Fact, Facts } from '../kernel/record/Facts.tsx';
import { Section } from '../kernel/record/Section.tsx';
import { Loading } from '../kernel/states.tsx';
import { ChangePassword } from './ChangePassword.tsx';
import { SecondStep } from './SecondStep.tsx';

/** Who one is here, one's password, and the code one may ask for at sign-in. */
export const Profile = () => {
  const translate = useTranslate();
  const { identity } = useGetIdentity();
  if (!identity) return <Loading />;
  return (
    <Box sx={{ maxWidth: 760 }}>
      <Title title={translate('app.profile')} preferenceKey={false} />
      <Section title={translate('room.profile.who')}>
        <Facts>
          <Fact source="name">{identity.fullName}</Fact>
          <Fact source="email">{identity.email}</Fact>
          <Fact source="role">{translate(`enum.Role.${identity.role}`)}</Fact>
        </Facts>
      </Section>
      <Section title={translate('room.profile.password')}>
        <ChangePassword />
      </Section>
      <Section title={translate('field.twoFactorEnabled')}>
        <SecondStep enabled={identity.twoFactorEnabled === true} />
      </Section>
    </Box>
  );
};
