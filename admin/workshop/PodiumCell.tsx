import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { Movement } from '../kernel/Movement.tsx';
import { podiumDiffers } from './podiums.ts';
import type { Place, Podium } from './workshop.graphql.ts';

interface PodiumCellProps {
  readonly places: readonly Place[];
  /** Whether it is the podium in force itself. */
  readonly inForce?: boolean;
  /** The category it is compared in, when it is not. */
  readonly of?: Podium;
  /** Whether names are left out when they are those in force. */
  readonly brief?: boolean;
}

/** A podium in a cell; one that is not that in force says so with a sign and a word. */
export const PodiumCell = ({ places, inForce = false, of, brief = false }: PodiumCellProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const differs = of !== undefined && podiumDiffers(of);
  const shown = brief && !differs ? [] : places;
  return (
    <Box sx={{ fontSize: '0.8125rem', color: inForce || differs ? 'text.primary' : 'text.secondary' }}>
      {of && (
        <Box
          sx={{
            ...{ fontSize: '0.75rem', fontWeight: 600, mb: 0.5 },
            ...(differs ? { color: 'warning.main' } : { color: 'text.secondary', fontWeight: 400 }),
          }}
        >
          <span aria-hidden>{differs ? '≠ ' : '= '}</span>
          {translate(differs ? 'room.policies.differs' : 'room.policies.same')}
        </Box>
      )}
      {places.length === 0 && translate('room.policies.nobody')}
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {shown.map(({ enrolment, rank, rankInForce, score, scoreInForce }) => (
          <Box component="li" key={enrolment.id} sx={{ mb: 0.5 }}>
            {translate('room.policies.place', {
              rank: format.number(inForce ? rankInForce : rank),
              name: enrolment.structure.name,
            })}{' '}
            <Box component="span" sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>
              {format.number(inForce ? scoreInForce : score, 2)}
            </Box>{' '}
            {!inForce && rank !== rankInForce && <Movement before={rankInForce} after={rank} />}
          </Box>
        ))}
      </Box>
    </Box>
  );
};
