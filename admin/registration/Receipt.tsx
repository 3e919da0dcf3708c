import { Alert, Card, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { Fact, Facts } from '../kernel/record/Facts.tsx';
import type { Doorstep, GuestForm } from './guest.graphql.ts';

/** What was submitted, and what happens next. */
export const Receipt = ({ form, doorstep }: { readonly form: GuestForm; readonly doorstep: Doorstep }) => {
  const translate = useTranslate();
  const format = useFormat();
  const { contacts, tier, reception, certifications, consents } = form.answers;
  const confirmed = form.state === 'CONFIRMED';
  return (
    <Card sx={{ p: { xs: 5, sm: 8 } }}>
      <Alert severity={confirmed ? 'success' : 'info'} role="status" sx={{ mb: 6 }}>
        {translate(confirmed ? 'registration.confirmed' : 'registration.received')}
      </Alert>
      <Facts>
        <Fact source="submittedAt">{form.submittedAt && format.instant(form.submittedAt)}</Fact>
        <Fact source="tier">{tier && translate(`enum.Tier.${tier}`)}</Fact>
        <Fact source="reception">{translate(reception ? 'list.yes' : 'list.no')}</Fact>
        <Fact source="certifications">{format.list(certifications.map(({ name }) => name))}</Fact>
        <Fact source="consents">
          {format.list(form.partners.filter(({ code }) => consents.includes(code)).map(({ name }) => name))}
        </Fact>
        <Fact source="contacts" wide>
          {format.list(contacts.map(({ name, email }) => (email ? `${name} (${email})` : name)))}
        </Fact>
      </Facts>
      <Typography sx={{ mt: 6 }}>
        {doorstep.replyTo ? (
          <>
            {translate('registration.toCorrect')} <a href={`mailto:${doorstep.replyTo}`}>{doorstep.replyTo}</a>
          </>
        ) : (
          translate('registration.toCorrectByMail')
        )}
      </Typography>
    </Card>
  );
};
