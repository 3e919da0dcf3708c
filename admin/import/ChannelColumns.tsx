import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { ColumnTable } from './ColumnTable.tsx';
import type { Channel } from './import.graphql.ts';
import { eventColumns } from './kinds.ts';
import { Template } from './Template.tsx';
import type { TemplateColumn } from './template.ts';

interface ChannelColumnsProps {
  readonly channel: Channel;
  /** The columns that files of every channel have. */
  readonly common: readonly TemplateColumn[];
}

/** A file of tests on one channel has one column for each of its criteria. */
export const ChannelColumns = ({ channel, common }: ChannelColumnsProps) => {
  const translate = useTranslate();
  const name = translate(`enum.ChannelCode.${channel.code}`);
  const title = translate('room.import.criteriaOf', { channel: name });
  const rows = useRows(channel);
  return (
    <Box
      component="details"
      sx={{ '& summary': { cursor: 'pointer', py: 2, fontWeight: 600, '@media (pointer: coarse)': { py: 3 } } }}
    >
      <summary>{title}</summary>
      <Box sx={{ my: 2 }}>
        <Template name={`audit-${channel.code.toLowerCase()}`} channel={name} columns={[...common, ...rows]} />
      </Box>
      <ColumnTable rows={rows} label={title} />
    </Box>
  );
};

function useRows(channel: Channel): TemplateColumn[] {
  const translate = useTranslate();
  const cell = ({ kind, unit, scale }: Channel['criteria'][number]) => {
    const choices = scale.type === 'CHOICE' ? scale.choices.map(({ code }) => code).join(', ') : '';
    return `${translate(`room.import.cell.${kind}`, { choices })}${unit ? ` (${translate(`enum.MeasureUnit.${unit}`)})` : ''}`;
  };
  const kinds = [...new Set(channel.criteria.flatMap(({ delay }) => (delay ? [delay.from, delay.to] : [])))];
  return [
    ...kinds.map((event) => ({
      ...{ name: eventColumns[event], must: true, values: [] },
      content: translate('room.delay.column', { what: translate(`enum.EventKind.${event}`) }),
    })),
    ...channel.criteria.map((one) => ({
      ...{ name: one.code, must: !one.delay, values: [] },
      content: one.delay ? translate('room.delay.columnDerived', { label: one.label }) : `${one.label} : ${cell(one)}`,
    })),
  ];
}
