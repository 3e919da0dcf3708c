import { Alert, Button, TablePagination } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useBasename, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { run } from '../kernel/api.ts';
import type { EditionInForce } from '../kernel/edition.tsx';
import { EditionPage } from '../kernel/layout/EditionPage.tsx';
import { PageActions } from '../kernel/layout/PageHead.tsx';
import { Section } from '../kernel/record/Section.tsx';
import { Empty, Loading, RefusedBy } from '../kernel/states.tsx';
import { FormTextsSection } from './FormTextsSection.tsx';
import { InvitationTable } from './InvitationTable.tsx';
import { RemindDialog } from './RemindDialog.tsx';
import { Invitations } from './registration.graphql.ts';

const PER_PAGE = 50;

/** The invitations of the edition in force, their reminders, and what the form asks. */
export const InvitationPage = () => (
  <EditionPage resource="invitation" title="registration.staff.invitationsOf" tabs={false}>
    {(edition) => <Body edition={edition} />}
  </EditionPage>
);

const Body = ({ edition }: { readonly edition: EditionInForce }) => {
  const translate = useTranslate();
  const basename = useBasename();
  const [page, setPage] = useState(1);
  const [reminding, setReminding] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['enrolment', 'invitations', edition.id, page],
    queryFn: ({ signal }) => run(Invitations, { editionId: edition.id, page, perPage: PER_PAGE }, signal),
  });
  if (error) return <RefusedBy error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const { items, total } = data.invitations;
  const open = edition.rights.includes('ENROL');
  return (
    <>
      <PageActions>
        {open && total > 0 && (
          <Button variant="outlined" onClick={() => setReminding(true)}>
            {translate('registration.staff.remind')}
          </Button>
        )}
        {open && (
          <Button variant="contained" component={Link} to={`${basename}/enrol`}>
            {translate('registration.staff.bulk')}
          </Button>
        )}
      </PageActions>
      {!open && (
        <Alert severity="info" sx={{ mb: 4 }}>
          {translate('registration.staff.invitationsClosed')}
        </Alert>
      )}
      <Section title={translate('registration.staff.invitations')} flush>
        {total === 0 ? (
          <Empty
            title={translate('registration.staff.noInvitation')}
            {...(open && { more: translate('registration.staff.noInvitationMore') })}
          />
        ) : (
          <InvitationTable invitations={items} onChanged={() => void refetch()} />
        )}
        {total > PER_PAGE && (
          <TablePagination
            component="div"
            count={total}
            page={page - 1}
            rowsPerPage={PER_PAGE}
            rowsPerPageOptions={[PER_PAGE]}
            onPageChange={(_, next) => setPage(next + 1)}
          />
        )}
      </Section>
      <FormTextsSection edition={edition} />
      {reminding && (
        <RemindDialog edition={edition} onClose={() => setReminding(false)} onDone={() => void refetch()} />
      )}
    </>
  );
};
