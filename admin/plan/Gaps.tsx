import { Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useBasename, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useFormat } from '../kernel/format.ts';
import { Section } from '../kernel/record/Section.tsx';
import type { Figures } from './plan.graphql.ts';

const MOST = 20;

/** Where the plan departs from what is wanted: too few or too many tests, nobody to do one, a day gone by. */
export const Gaps = ({ figures: { gaps, unassigned, late, weekdays } }: { readonly figures: Figures }) => {
  const translate = useTranslate();
  const format = useFormat();
  const days = weekdays.map(({ at, tests }) => `${translate(`room.planning.day.${at}`)} ${format.number(tests)}`);
  return (
    <Section title={translate('room.planning.gaps')}>
      <Typography>
        <Behind count={unassigned} filter={{ state: 'PLANNED' }}>
          {translate('room.planning.unassigned', { smart_count: unassigned })}
        </Behind>
      </Typography>
      <Typography>
        <Behind count={late} filter={{ late: true }}>
          {translate('room.planning.late', { smart_count: late })}
        </Behind>
      </Typography>
      <Typography>{translate('room.planning.weekdays', { days: format.list(days) })}</Typography>
      {gaps.length === 0 && <Typography>{translate('room.planning.noGap')}</Typography>}
      {gaps.slice(0, MOST).map(({ enrolmentId, structure, channel, wanted, planned }) => (
        <Typography key={`${enrolmentId} ${channel}`}>
          {translate('room.planning.gap', {
            ...{ structure, wanted, planned, channel: translate(`enum.ChannelCode.${channel}`) },
          })}
        </Typography>
      ))}
      {gaps.length > MOST && (
        <Typography>{translate('room.planning.others', { smart_count: gaps.length - MOST })}</Typography>
      )}
    </Section>
  );
};

interface BehindProps {
  readonly count: number;
  readonly filter: object;
  readonly children: ReactNode;
}

/** A count that opens the tests it counts, when there are any. */
const Behind = ({ count, filter, children }: BehindProps) => {
  const basename = useBasename();
  const to = `${basename}/assignment?filter=${encodeURIComponent(JSON.stringify(filter))}`;
  return count === 0 ? children : <Link to={to}>{children}</Link>;
};
