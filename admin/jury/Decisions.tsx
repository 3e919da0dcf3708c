import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Tag } from '../kernel/chips.tsx';
import { useFormat } from '../kernel/format.ts';
import { type Case, nameIn } from './cases.ts';

/** Every decision on one trophy, the latest first: nothing is erased. */
export const Decisions = ({ of: { decisions, standings } }: { readonly of: Case }) => {
  const translate = useTranslate();
  const format = useFormat();
  if (decisions.length === 0) return null;
  return (
    <Box
      component="details"
      sx={{
        flex: '1 0 100%',
        fontSize: '0.8125rem',
        '& summary': { cursor: 'pointer', py: 1, '@media (pointer: coarse)': { py: 3 } },
      }}
    >
      <summary>{translate('room.award.history', { smart_count: decisions.length })}</summary>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, mt: 1, p: 0, display: 'grid', gap: 3 }}>
        {decisions.map((one) => {
          const names = one.structureIds.map((id) => nameIn(standings, id) ?? translate('room.award.structureGone'));
          return (
            <li key={one.id}>
              {translate(names.length > 0 ? 'room.award.decided' : 'room.award.decidedNone', {
                who: one.decidedByName ?? translate('room.award.someone'),
                names,
              })}{' '}
              <Tag
                tone={one.followsRanking ? 'muted' : 'warning'}
                label={translate(one.followsRanking ? 'room.award.follows' : 'room.award.departs')}
              />
              {one.motive && <Box sx={{ fontStyle: 'italic' }}>« {one.motive} »</Box>}
              <Box sx={{ color: 'text.secondary', fontSize: '0.75rem' }}>
                {format.ago(one.decidedAt, new Date())} · {translate('room.award.onRun', { number: one.runNumber })}
              </Box>
            </li>
          );
        })}
      </Box>
    </Box>
  );
};
