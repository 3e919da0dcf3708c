import { Box, Link } from '@mui/material';
import { useBasename, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { useFormat } from '../kernel/format.ts';
import { Section } from '../kernel/record/Section.tsx';
import type { Board } from './decision.graphql.ts';

/** What is missing before publication: awards without a decision, laureates without a point to publish. */
export const Missing = ({ board }: { readonly board: Board }) => {
  const translate = useTranslate();
  const format = useFormat();
  const basename = useBasename();
  const undecided = undecidedIn(board);
  const unready = unreadyIn(board);
  const link = { component: RouterLink, underline: 'always', sx: { whiteSpace: 'nowrap' } } as const;
  return (
    <Section title={translate('room.decision.before')}>
      {undecided.length + unready === 0 && translate('room.decision.nothingMissing')}
      <Box component="ul" sx={{ m: 0, pl: 5 }}>
        {undecided.length > 0 && (
          <li>{translate('room.decision.undecided', { awards: format.list(undecided.map(({ label }) => label)) })}</li>
        )}
        {unready > 0 && (
          <li>
            {translate('room.decision.unready', { smart_count: unready })}{' '}
            <Link {...link} to={`${basename}/point`}>
              {translate('room.decision.toPoints')}
            </Link>
          </li>
        )}
      </Box>
    </Section>
  );
};

/** The awards no decision was recorded on. */
function undecidedIn({ categories, specialPrizes, trophies }: Board) {
  const decided = trophies.items.map(({ category, prize }) => (category ?? prize)?.id);
  return [...categories.items.filter(({ awarded }) => awarded), ...specialPrizes.items].filter(
    ({ id }) => !decided.includes(id),
  );
}

/** How many laureates have no point remarquable that is approved and that they agreed to. */
const unreadyIn = ({ trophies }: Board): number =>
  trophies.items.reduce((total, { laureates, points }) => {
    const ready = points.filter(({ approvedAt, consent }) => approvedAt && consent === 'GIVEN');
    const praised = (id: string) => ready.some(({ structure }) => structure.id === id);
    return total + laureates.filter(({ award, structure }) => award !== 'RANKED' && !praised(structure.id)).length;
  }, 0);
