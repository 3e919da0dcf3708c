import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { Section } from '../kernel/record/Section.tsx';
import type { Sheet } from './enrolment.graphql.ts';

/** What to improve to gain one place, as a list of things to do. */
export const ToGain = ({ sheet: { toGainOnePlace } }: { readonly sheet: Sheet }) => {
  const translate = useTranslate();
  const format = useFormat();
  const { reason, gap, above, criteria, gain, rankAfter } = toGainOnePlace;
  const names = format.list(above.map(({ structure }) => structure.name));
  return (
    <Section title={translate('room.gain.title')}>
      <Typography sx={{ fontSize: '0.875rem' }}>
        {gap !== null && <Distance gap={gap} />} {names && translate('room.gain.above', { names })}{' '}
        {translate(reason ? `room.gain.${reason}` : 'room.gain.suffices', { smart_count: criteria.length })}
      </Typography>
      {criteria.length > 0 && (
        <Box component="ol" sx={{ m: 0, mt: 3, p: 0, listStyle: 'none' }}>
          {criteria.map(({ criterion, score, gain }) => (
            <Box
              key={criterion.id}
              component="li"
              sx={{ display: 'flex', gap: 3, py: 2, borderTop: 1, borderColor: 'divider', fontSize: '0.875rem' }}
            >
              <Box sx={{ flex: 1 }}>
                {criterion.label}
                <Box sx={{ fontSize: '0.75rem', color: 'text.secondary' }}>
                  {translate(`enum.ChannelCode.${criterion.channel.code}`)} ·{' '}
                  {translate('room.gain.now', { score: format.number(score, 1) })}
                </Box>
              </Box>
              <Box sx={{ fontWeight: 650, whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}>
                {translate('room.gain.brings', { points: format.number(gain.value, 2) })}
              </Box>
            </Box>
          ))}
        </Box>
      )}
      {gain && rankAfter !== null && (
        <Typography sx={{ mt: 3, fontSize: '0.875rem', fontWeight: 600 }}>
          {translate('room.gain.result', { gain: format.number(gain.value, 2), place: format.ordinal(rankAfter) })}
        </Typography>
      )}
      {reason === null && (
        <Typography variant="body2" sx={{ mt: 2, color: 'text.secondary' }}>
          {translate('room.gain.fine')}
        </Typography>
      )}
    </Section>
  );
};

const Distance = ({ gap }: { readonly gap: string }) => {
  const translate = useTranslate();
  const format = useFormat();
  if (Number(gap) === 0) return translate('room.gain.gapTiny');
  return translate('room.gain.gap', {
    smart_count: Math.max(1, Math.floor(Number(gap))),
    points: format.number(gap, 2),
  });
};
