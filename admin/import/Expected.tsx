import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import { Alert, Box, Button } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { csvOf, download } from '../kernel/csv.ts';
import type { EditionInForce } from '../kernel/edition.tsx';
import { Section } from '../kernel/record/Section.tsx';
import { ColumnTable } from './ColumnTable.tsx';
import { type Channel, Columns } from './import.graphql.ts';
import { columnsOf, eventColumns, type Kind } from './kinds.ts';

/** The columns a file must have, in words, and a template with nothing in it. */
export const Expected = ({ kind, edition }: { readonly kind: Kind; readonly edition: EditionInForce }) => {
  const translate = useTranslate();
  const { data } = useQuery({
    queryKey: ['import', 'columns', edition.id],
    queryFn: ({ signal }) => run(Columns, { editionId: edition.id }, signal),
    enabled: kind === 'audit',
  });
  const { must, may } = columnsOf[kind];
  const channels = data?.grids.items[0]?.channels ?? [];
  const rows = [...must, ...may].map((name) => ({
    name,
    must: must.includes(name),
    content: translate(`room.import.col.${name}`),
  }));
  return (
    <Section
      title={translate('room.import.expected')}
      aside={kind !== 'audit' && <Template kind={kind} name={kind} columns={[...must, ...may]} />}
    >
      <ColumnTable rows={rows} label={translate('room.import.expected')} />
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
      {kind === 'audit' && channels.map((channel) => <ChannelColumns key={channel.code} channel={channel} />)}
    </Section>
  );
};

/** A file of tests on one channel has one column for each of its criteria. */
const ChannelColumns = ({ channel }: { readonly channel: Channel }) => {
  const translate = useTranslate();
  const name = translate(`enum.ChannelCode.${channel.code}`);
  const title = translate('room.import.criteriaOf', { channel: name });
  const cell = ({ kind, unit, scale }: Channel['criteria'][number]) => {
    const choices = scale.type === 'CHOICE' ? scale.choices.map(({ code }) => code).join(', ') : '';
    return `${translate(`room.import.cell.${kind}`, { choices })}${unit ? ` (${translate(`enum.MeasureUnit.${unit}`)})` : ''}`;
  };
  const kinds = [...new Set(channel.criteria.flatMap(({ delay }) => (delay ? [delay.from, delay.to] : [])))];
  const rows = [
    ...kinds.map((event) => ({
      ...{ name: eventColumns[event], must: true },
      content: translate('room.delay.column', { what: translate(`enum.EventKind.${event}`) }),
    })),
    ...channel.criteria.map((one) => ({
      ...{ name: one.code, must: !one.delay },
      content: one.delay ? translate('room.delay.columnDerived', { label: one.label }) : `${one.label} : ${cell(one)}`,
    })),
  ];
  return (
    <Box
      component="details"
      sx={{ '& summary': { cursor: 'pointer', py: 2, fontWeight: 600, '@media (pointer: coarse)': { py: 3 } } }}
    >
      <summary>{title}</summary>
      <Box sx={{ my: 2 }}>
        <Template
          kind="audit"
          name={channel.code.toLowerCase()}
          label={translate('room.import.templateFor', { channel: name })}
          columns={[...columnsOf.audit.must, ...columnsOf.audit.may, ...rows.map(({ name }) => name)]}
        />
      </Box>
      <ColumnTable rows={rows} label={title} />
    </Box>
  );
};

/** A file with nothing but its headings, which are not translated: the server reads them. */
const templateOf = (columns: readonly string[]): string =>
  csvOf(
    [],
    columns.map((label) => ({ label, value: () => null })),
    (heading) => heading,
  );

interface TemplateProps {
  readonly kind: Kind;
  readonly name: string;
  readonly label?: string;
  readonly columns: readonly string[];
}

const Template = ({ kind, name, label, columns }: TemplateProps) => {
  const translate = useTranslate();
  return (
    <Button
      variant="outlined"
      color="inherit"
      startIcon={<FileDownloadOutlined />}
      onClick={() => download(templateOf(columns), `modele-${kind === 'audit' ? `audit-${name}` : name}.csv`)}
    >
      {label ?? translate('room.import.template')}
    </Button>
  );
};
