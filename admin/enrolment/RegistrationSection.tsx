import { Alert, Box, Button, Typography } from '@mui/material';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNotify, useRecordContext, useTranslate } from 'react-admin';
import { codeIn, run } from '../kernel/api.ts';
import { useFormat } from '../kernel/format.ts';
import { Fact, Facts } from '../kernel/record/Facts.tsx';
import { Section } from '../kernel/record/Section.tsx';
import { Loading, RefusedBy } from '../kernel/states.tsx';
import type { Enrolment } from './enrolment.graphql.ts';
import { InvitationTable } from './InvitationTable.tsx';
import { type Registration, RegistrationOf, Settle } from './registration.graphql.ts';

/** What the structure said in its form and accepted, what it says is wrong in the register, and its links. */
export const RegistrationSection = () => {
  const translate = useTranslate();
  const enrolment = useRecordContext<Enrolment>();
  const { data, error, refetch } = useQuery({
    queryKey: ['enrolment', 'registration', enrolment?.id],
    queryFn: ({ signal }) => run(RegistrationOf, { id: enrolment?.id ?? '' }, signal),
    enabled: enrolment !== undefined,
  });
  if (error) return <RefusedBy error={error} retry={() => void refetch()} />;
  if (!enrolment || !data) return <Loading />;
  const { registrationOf: form, invitations } = data;
  const links = invitations.items.map((each) => ({ ...each, enrolment }));
  return (
    <>
      <Section title={translate('registration.staff.form')}>
        {form ? (
          <Form form={form} id={enrolment.id} onSettled={() => void refetch()} />
        ) : (
          translate('registration.staff.noForm')
        )}
      </Section>
      {links.length > 0 && (
        <Section title={translate('registration.staff.invitations')} flush>
          <InvitationTable invitations={links} named={false} onChanged={() => void refetch()} />
        </Section>
      )}
    </>
  );
};

const Form = ({
  form,
  id,
  onSettled,
}: {
  readonly form: Registration;
  readonly id: string;
  readonly onSettled: () => void;
}) => {
  const translate = useTranslate();
  const format = useFormat();
  const { contacts, tier, reception, certifications } = form.answers;
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 5 }}>
      {form.returnedMotive && <Alert severity="info">{form.returnedMotive}</Alert>}
      {!form.submittedAt && <Typography>{translate('registration.staff.formPending')}</Typography>}
      <Facts>
        <Fact source="savedAt">{form.savedAt && format.instant(form.savedAt)}</Fact>
        <Fact source="submittedAt">{form.submittedAt && format.instant(form.submittedAt)}</Fact>
        <Fact source="submittedBy">{form.submittedBy}</Fact>
        <Fact source="tier">{tier && translate(`enum.Tier.${tier}`)}</Fact>
        <Fact source="reception">{translate(reception ? 'list.yes' : 'list.no')}</Fact>
        <Fact source="certifications">{format.list(certifications.map(({ name }) => name))}</Fact>
        <Fact source="contacts" wide>
          {format.list(contacts.map(({ name, role, email }) => [name, role, email].filter(Boolean).join(', ')))}
        </Fact>
      </Facts>
      <Remarks remarks={form.remarks} id={id} onSettled={onSettled} />
      {form.accepted.length > 0 && (
        <Box>
          <Typography component="h3" sx={{ fontWeight: 650, mb: 2 }}>
            {translate('registration.staff.accepted')}
          </Typography>
          <Box component="ul" sx={{ m: 0, pl: 5 }}>
            {form.accepted.map(({ code, text, by, at, revision }) => (
              <li key={code}>
                {text}{' '}
                <Typography component="span" variant="body2" sx={{ color: 'text.secondary' }}>
                  ({translate('registration.staff.acceptedBy', { by, revision, date: format.instant(at) })})
                </Typography>
              </li>
            ))}
          </Box>
        </Box>
      )}
    </Box>
  );
};

/** What the structure says is wrong: staff enter it in the register, or set it aside. */
const Remarks = ({
  remarks,
  id,
  onSettled,
}: {
  readonly remarks: Registration['remarks'];
  readonly id: string;
  readonly onSettled: () => void;
}) => {
  const translate = useTranslate();
  const notify = useNotify();
  const { mutate, isPending } = useMutation({
    mutationFn: (said: { field: string; accepted: boolean }) => run(Settle, { id, ...said }),
    onSuccess: onSettled,
    onError: (error) => notify(`refusal.${codeIn(error)}`, { type: 'error' }),
  });
  if (remarks.length === 0) return null;
  return (
    <Box>
      <Typography component="h3" sx={{ fontWeight: 650, mb: 2 }}>
        {translate('registration.staff.remarks')}
      </Typography>
      {remarks.map(({ field, known, said, accepted, by }) => (
        <Box key={field} sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', mb: 2 }}>
          <Box sx={{ flex: '1 1 240px' }}>
            {translate(`registration.staff.remark.${field}`)} : <strong>{said}</strong>
            {known && ` (${translate('registration.staff.remarkKnown', { known })})`}
          </Box>
          {accepted === null ? (
            <>
              <Button
                size="small"
                variant="outlined"
                disabled={isPending}
                onClick={() => mutate({ field, accepted: true })}
              >
                {translate(`registration.staff.${field === 'remark' ? 'acceptNote' : 'accept'}`)}
              </Button>
              <Button
                size="small"
                color="inherit"
                disabled={isPending}
                onClick={() => mutate({ field, accepted: false })}
              >
                {translate('registration.staff.refuse')}
              </Button>
            </>
          ) : (
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {translate(`registration.staff.${accepted ? 'acceptedRemark' : 'refusedRemark'}`, { by })}
            </Typography>
          )}
        </Box>
      ))}
    </Box>
  );
};
