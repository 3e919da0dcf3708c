import { Alert, Box } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import type { EditionInForce } from '../kernel/edition.tsx';
import { Section } from '../kernel/record/Section.tsx';
import { ChannelColumns } from './ChannelColumns.tsx';
import { ColumnTable } from './ColumnTable.tsx';
import { ColumnsOf, Criteria } from './import.graphql.ts';
import { eventColumns, type Kind, ofAnEdition, wireOf } from './kinds.ts';
import { Template } from './Template.tsx';

/** The columns a file may have, in words, and templates with nothing in them. */
export const Expected = ({ kind, edition }: { readonly kind: Kind; readonly edition: EditionInForce }) => {
  const translate = useTranslate();
  const columns = useQuery({
    queryKey: ['import', 'columns', kind, edition.id],
    queryFn: ({ signal }) =>
      run(ColumnsOf, { kind: wireOf(kind), ...(ofAnEdition(kind) && { editionId: edition.id }) }, signal),
    retry: false,
  });
  const { data } = useQuery({
    queryKey: ['import', 'criteria', edition.id],
    queryFn: ({ signal }) => run(Criteria, { editionId: edition.id }, signal),
    enabled: kind === 'audit',
  });
  const channels = data?.grids.items[0]?.channels ?? [];
  const events: readonly string[] = Object.values(eventColumns);
  // A criterion, and when things happened, belong to the template of their channel.
  const rows = (columns.data?.importColumns ?? [])
    .filter(({ name, label }) => !label && !(kind === 'audit' && events.includes(name)))
    .map(({ name, required, values }) => ({
      ...{ name, must: required, values },
      content: translate(`room.import.col.${name}`),
    }));
  return (
    <Section
      title={translate('room.import.expected')}
      aside={kind !== 'audit' && <Template name={kind} columns={rows} />}
    >
      {rows.length > 0 && <ColumnTable rows={rows} label={translate('room.import.expected')} />}
      {kind === 'audit' && data && channels.length === 0 && (
        <Alert severity="info" sx={{ mt: 4 }}>
          {translate('room.import.noGrid')}
        </Alert>
      )}
      {kind === 'audit' && channels.length > 0 && (
        <Box component="p" sx={{ color: 'text.secondary' }}>
          {translate('room.import.absences')}
        </Box>
      )}
      {kind === 'audit' &&
        channels.map((channel) => <ChannelColumns key={channel.code} channel={channel} common={rows} />)}
    </Section>
  );
};
