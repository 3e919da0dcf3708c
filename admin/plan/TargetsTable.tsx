import { Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useId } from 'react';
import { useTranslate } from 'react-admin';
import { Wide } from '../kernel/record/Wide.tsx';
import { CountField } from './CountField.tsx';
import { CHANNELS, type Channel } from './channels.ts';
import type { Category } from './plan.graphql.ts';
import type { PartProps } from './RulesForm.tsx';

/** How many tests each structure has, channel by channel: for all, and for a category that has its own number. */
export const TargetsTable = ({
  said,
  open,
  say,
  categories,
}: PartProps & { readonly categories: readonly Category[] }) => {
  const translate = useTranslate();
  const id = useId();
  const testsOf = (channel: Channel, code: string | null) =>
    said.targets.find((line) => line.channel === channel && line.categoryCode === code)?.tests ?? null;
  const sayOf = (channel: Channel, categoryCode: string | null, tests: number | null) => {
    const others = said.targets.filter((line) => line.channel !== channel || line.categoryCode !== categoryCode);
    say({ targets: tests === null ? others : [...others, { channel, categoryCode, tests }] });
  };
  const rows = [{ code: null, label: translate('room.planning.everyCategory') }, ...categories];
  return (
    <Wide label={id} sx={{}}>
      <Table size="small" aria-labelledby={id} sx={{ width: 'auto' }}>
        <TableHead>
          <TableRow>
            <TableCell id={id}>{translate('field.category')}</TableCell>
            {CHANNELS.map((channel) => (
              <TableCell key={channel}>{translate(`enum.ChannelCode.${channel}`)}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(({ code, label }) => (
            <TableRow key={code}>
              <TableCell component="th" scope="row" sx={{ minWidth: 160, fontWeight: code === null ? 600 : 400 }}>
                {label}
              </TableCell>
              {CHANNELS.map((channel) => (
                <TableCell key={channel}>
                  <CountField
                    bare
                    label={`${label}, ${translate(`enum.ChannelCode.${channel}`)}`}
                    value={testsOf(channel, code)}
                    hint={code === null ? '0' : String(testsOf(channel, null) ?? 0)}
                    most={20}
                    disabled={!open}
                    onSay={(tests) => sayOf(channel, code, tests)}
                  />
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Wide>
  );
};
