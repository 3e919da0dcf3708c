import { Alert, Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import type { Draw } from './plan.graphql.ts';

type Report = NonNullable<Draw['report']>;

interface ClashProps {
  readonly clash: NonNullable<Report['clash']>;
  readonly relaxation: Report['relaxation'];
  /** What can be done about it. */
  readonly children: ReactNode;
}

const MOST = 12;

/** Why there is no plan, in words: the rules that clash, whom they concern, and the cheapest way out. */
export const Clash = ({ clash, relaxation, children }: ClashProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const few = (all: readonly { readonly name: string }[]) => {
    const names = all.slice(0, MOST).map(({ name }) => name);
    const rest = all.length - names.length;
    return format.list(rest > 0 ? [...names, translate('room.planning.others', { smart_count: rest })] : names);
  };
  const bends = relaxation?.bends.map(({ rule, channel, from, to }) =>
    translate(`room.planning.bend.${rule}`, {
      ...{ from, to, channel: channel ? translate(`enum.ChannelCode.${channel}`).toLowerCase() : '' },
    }),
  );
  return (
    <Box sx={{ mt: 3, maxWidth: 760 }}>
      <Alert severity="error">{translate(clash.proven ? 'room.planning.clash' : 'room.planning.clashMaybe')}</Alert>
      <Box component="ul" sx={{ my: 3, pl: 5 }}>
        {clash.rules.map((rule) => (
          <li key={rule}>{translate(`room.planning.rule.${rule}`)}</li>
        ))}
      </Box>
      {clash.structures.length > 0 && (
        <Typography>{translate('room.planning.structures', { names: few(clash.structures) })}</Typography>
      )}
      <Typography>
        {clash.auditors.length > 0
          ? translate('room.planning.auditors', { names: few(clash.auditors) })
          : translate('room.planning.nobody')}
      </Typography>
      <Typography sx={{ mt: 3, fontWeight: 600 }}>
        {bends && relaxation
          ? translate(relaxation.proven ? 'room.planning.cheapest' : 'room.planning.cheap', {
              ...{ bends: format.list(bends), cost: format.number(relaxation.cost) },
            })
          : translate('room.planning.noWayOut')}
      </Typography>
      {children}
    </Box>
  );
};
