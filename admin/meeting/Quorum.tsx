import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import type { Item, Quorum as Told } from './meeting.graphql.ts';

/** The quorum in words, who presides, and who is out of the room. */
export const Quorum = ({ item, quorum }: { readonly item: Item; readonly quorum: Told }) => {
  const translate = useTranslate();
  const format = useFormat();
  const { reached, present, entitled, needed, presiding } = quorum;
  const missing = Math.max(0, needed - present);
  const recused = item.seats?.filter(({ state }) => state === 'RECUSED').map(({ name }) => name) ?? [];
  const will = item.state === 'PENDING' ? 'Would' : '';
  return (
    <Box sx={{ flex: '1 1 260px' }}>
      <Typography component="h3" variant="body2" sx={{ color: 'text.secondary' }}>
        {translate('meeting.quorum')}
      </Typography>
      <Typography
        sx={{ fontSize: '1.125rem', fontWeight: 650, mt: 1, color: reached ? 'text.primary' : 'warning.main' }}
      >
        {translate(reached ? `meeting.reached${will}` : 'meeting.missing', { smart_count: missing })}
      </Typography>
      <Typography variant="body2" sx={{ mt: 0.5 }}>
        {translate('meeting.quorumMore', { present, entitled, needed })}
      </Typography>
      <Typography variant="body2" sx={{ mt: 0.5 }}>
        {presiding ? translate('meeting.presides', { name: presiding }) : translate('meeting.nobodyPresides')}
      </Typography>
      {(recused.length > 0 || quorum.recused > 0) && (
        <Typography variant="body2" sx={{ mt: 0.5 }}>
          {recused.length > 0
            ? translate('meeting.recusedNames', { smart_count: recused.length, names: format.list(recused) })
            : translate('meeting.recusedCount', { smart_count: quorum.recused })}
        </Typography>
      )}
    </Box>
  );
};
