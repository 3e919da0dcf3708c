import { Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { decimal } from '../kernel/csv.ts';
import { useFormat } from '../kernel/format.ts';
import { Section } from '../kernel/record/Section.tsx';
import type { Compared } from './comparison.graphql.ts';
import { partNames } from './parts.ts';
import { SaveButton } from './SaveButton.tsx';
import { useSigned } from './signed.ts';

interface MeanTableProps {
  readonly title: string;
  readonly means: readonly Compared[];
  /** Whether they are means on channels, whose names are words of the house. */
  readonly channels?: boolean;
  readonly file: string;
}

/** Means of two editions side by side, with the parts of each change; why there are none, where there are none. */
export const MeanTable = ({ title, means, channels = false, file }: MeanTableProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const signed = useSigned();
  const nameOf = ({ code, label }: Compared) =>
    channels ? translate(`enum.ChannelCode.${code}`) : code === 'global' ? translate('room.comparison.global') : label;
  const columns = [
    { label: translate('room.comparison.name'), value: nameOf },
    ...(['before', 'after', 'change', ...partNames] as const).map((name) => ({
      label: translate(headOf(name)),
      value: (mean: Compared) => decimal(mean[name]?.value),
    })),
    { label: translate('room.comparison.both'), value: ({ bothCount }: Compared) => bothCount },
    {
      label: translate('room.comparison.follows'),
      value: ({ broken }: Compared) => translate(`room.comparison.${broken ? 'broken' : 'continuous'}`),
    },
  ];
  return (
    <Section flush title={title} aside={<SaveButton rows={means} columns={columns} file={file} />}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{translate('room.comparison.name')}</TableCell>
            {(['before', 'after', 'change', ...partNames] as const).map((name) => (
              <TableCell key={name} align="right">
                {translate(headOf(name))}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {means.map((mean) => (
            <TableRow key={mean.code}>
              <TableCell sx={{ minWidth: 200, ...(mean.code === 'global' ? { fontWeight: 650 } : {}) }}>
                {nameOf(mean)}
                <Typography variant="body2" sx={{ color: 'text.secondary', fontSize: '0.75rem' }}>
                  {translate('room.comparison.bases', {
                    ...{ before: format.number(mean.beforeCount), after: format.number(mean.afterCount) },
                    both: format.number(mean.bothCount),
                  })}
                </Typography>
              </TableCell>
              <TableCell align="right">{format.number(mean.before?.value, 2)}</TableCell>
              <TableCell align="right">{format.number(mean.after?.value, 2)}</TableCell>
              <TableCell align="right" sx={{ fontWeight: 650 }}>
                {signed(mean.change?.value, 2)}
              </TableCell>
              {mean.unsplit ? (
                <TableCell colSpan={partNames.length} sx={{ color: 'text.secondary' }}>
                  {translate(`room.comparison.unsplit.${mean.unsplit}`)}
                </TableCell>
              ) : (
                partNames.map((name) => (
                  <TableCell key={name} align="right">
                    {signed(mean[name]?.value, 2)}
                  </TableCell>
                ))
              )}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Section>
  );
};

const headOf = (name: 'before' | 'after' | 'change' | (typeof partNames)[number]): string =>
  name === 'before' || name === 'after' || name === 'change'
    ? `room.comparison.${name}`
    : `room.comparison.short.${name}`;
