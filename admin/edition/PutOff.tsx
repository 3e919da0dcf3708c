import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import type { Life } from './edition.graphql.ts';

/** A deadline that was put off: the day in force, the day first announced, and why each time. */
export const PutOff = ({ state }: { readonly state: Life['deadlines'][number] }) => {
  const translate = useTranslate();
  const format = useFormat();
  const { deadline, day, original, extensions } = state;
  const days = { day: format.day(day), original: format.day(original) };
  const later = day !== null && original !== null && day > original;
  return (
    <Box sx={{ mt: 4 }}>
      <Typography variant="body2">
        <strong>{translate(`enum.Deadline.${deadline}`)}</strong>{' '}
        {original === null ? days.day : translate(later ? 'room.passage.putOff' : 'room.passage.broughtBack', days)}
      </Typography>
      <Box component="ul" sx={{ m: 0, pl: 5, fontSize: '0.8125rem', color: 'text.secondary' }}>
        {extensions.map(({ id, fromDay, toDay, motive }) => (
          <li key={id}>
            {translate('room.passage.putOffWhy', { from: format.day(fromDay), to: format.day(toDay), motive })}
          </li>
        ))}
      </Box>
    </Box>
  );
};
