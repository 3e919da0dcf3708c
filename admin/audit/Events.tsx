import { Box, Typography } from '@mui/material';
import { useRecordContext, useTranslate } from 'react-admin';
import { Tag } from '../kernel/chips.tsx';
import { useFormat } from '../kernel/format.ts';
import { useMeasureInWords } from '../kernel/measureInWords.ts';
import { Section } from '../kernel/record/Section.tsx';
import type { AuditSheet } from './audit.graphql.ts';

/** What happened during a test, on the clock of the place, and the delays that follow from it. */
export const Events = () => {
  const translate = useTranslate();
  const format = useFormat();
  const inWords = useMeasureInWords();
  // What a list has read of the test comes first: neither its events nor its measurements.
  const { events = [], measurements = [], zone = '' } = useRecordContext<Partial<AuditSheet>>() ?? {};
  const derived = measurements.filter(({ criterion }) => criterion.delay);
  if (events.length === 0 && derived.length === 0) return null;
  const tooLate = new Set(
    derived.flatMap(({ absence, criterion }) => (absence === 'NOT_OBSERVED' && criterion.delay?.to) || []),
  );
  return (
    <Section title={translate('room.delay.events')}>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'flex', flexDirection: 'column', gap: 2 }}>
        {events.map(({ id, kind, at }) => (
          <Box component="li" key={id} sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2 }}>
            <Box component="span" sx={{ minWidth: 160, fontWeight: 600 }}>
              {translate(`enum.EventKind.${kind}`)}
            </Box>
            <Box component="time" dateTime={at} sx={{ fontVariantNumeric: 'tabular-nums' }}>
              {format.instantIn(at, zone)}
            </Box>
            {tooLate.has(kind) && <Tag tone="warning" label={translate('room.delay.tooLate')} />}
          </Box>
        ))}
      </Box>
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary', my: 2 }}>
        {translate(events.length > 0 ? 'room.delay.eventsMore' : 'room.delay.noEvents', { zone })}
      </Typography>
      {derived.map(({ id, absence, criterion, ...found }) => (
        <Typography key={id} variant="body2">
          {translate('room.delay.derived', {
            label: criterion.label,
            value: absence
              ? translate(`enum.Absence.${absence}`).toLocaleLowerCase()
              : inWords({ criterion, ...found }),
          })}{' '}
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {translate('room.delay.derivedFrom', {
              from: translate(`enum.EventKind.${criterion.delay?.from}`),
              to: translate(`enum.EventKind.${criterion.delay?.to}`),
              count: translate(`enum.DelayCount.${criterion.delay?.count}`),
            })}
          </Box>
        </Typography>
      ))}
    </Section>
  );
};
