import PersonAddOutlined from '@mui/icons-material/PersonAddOutlined';
import PrintOutlined from '@mui/icons-material/PrintOutlined';
import { Alert, Box, Button } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import type { EditionInForce } from '../kernel/edition.tsx';
import { useFormat } from '../kernel/format.ts';
import { EditionPage } from '../kernel/layout/EditionPage.tsx';
import { PARIS } from '../kernel/paris.ts';
import { Section } from '../kernel/record/Section.tsx';
import { Empty, Loading, RefusedBy } from '../kernel/states.tsx';
import { Accesses } from './Accesses.tsx';
import { type Embargo, ReadEmbargo } from './embargo.graphql.ts';
import { GrantDialog } from './GrantDialog.tsx';
import { Register } from './Register.tsx';

/** Those who read before all others: who was named, what they read and when. */
export const EmbargoPage = () => (
  <EditionPage resource="embargo" title="room.embargo.title">
    {(edition) => <UnderEmbargo key={edition.id} edition={edition} />}
  </EditionPage>
);

const UnderEmbargo = ({ edition }: { readonly edition: EditionInForce }) => {
  const translate = useTranslate();
  const [granting, setGranting] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['embargo', edition.id],
    queryFn: ({ signal }) => run(ReadEmbargo, { editionId: edition.id }, signal),
    refetchInterval: 30_000,
  });
  if (error) return <RefusedBy error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const { earlyAccesses, earlyReads } = data;
  return (
    <>
      <Standing releases={data.releases} />
      <Section
        flush={earlyAccesses.total > 0}
        title={translate('room.embargo.accesses', { smart_count: earlyAccesses.total })}
        aside={
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
            <Button
              variant="outlined"
              startIcon={<PrintOutlined />}
              href={`/admin/reports/early-access/${edition.id}`}
              target="_blank"
              rel="noreferrer"
            >
              {translate('room.embargo.print')}
            </Button>
            <Button variant="contained" startIcon={<PersonAddOutlined />} onClick={() => setGranting(true)}>
              {translate('room.embargo.grant')}
            </Button>
          </Box>
        }
      >
        {earlyAccesses.total === 0 ? (
          <Empty more={translate('room.embargo.nobody')} />
        ) : (
          <Accesses accesses={earlyAccesses.items} />
        )}
      </Section>
      <Section flush={earlyReads.total > 0} title={translate('room.embargo.reads', { smart_count: earlyReads.total })}>
        {earlyReads.total === 0 ? (
          <Empty more={translate('room.embargo.noRead')} />
        ) : (
          <Register reads={earlyReads.items} />
        )}
      </Section>
      {granting && <GrantDialog edition={edition} onClose={() => setGranting(false)} />}
    </>
  );
};

/** Whether links open now, and until when. */
const Standing = ({ releases }: Pick<Embargo, 'releases'>) => {
  const translate = useTranslate();
  const format = useFormat();
  const [release] = releases.items;
  const scheduled = release?.state === 'SCHEDULED' && release.dueAt;
  return (
    <Alert severity={scheduled ? 'info' : 'warning'} sx={{ mb: 4 }}>
      {scheduled
        ? translate('room.embargo.open', { version: release.name, at: format.instantIn(release.dueAt ?? '', PARIS) })
        : translate('room.embargo.closed')}
    </Alert>
  );
};
