import { Alert, Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Tag } from '../kernel/chips.tsx';
import { Section } from '../kernel/record/Section.tsx';
import type { Giveaway, Mandate } from './mandate.graphql.ts';

/** How much of the text around a giveaway is shown, in characters. */
const AROUND = 60;

/** What would say whose an anonymous file is, each with its place in the text. Jurors never read it: it is cut out. */
export const Giveaways = ({
  mandate,
  giveaways,
}: {
  readonly mandate: Mandate;
  readonly giveaways: readonly Giveaway[];
}) => {
  const translate = useTranslate();
  if (mandate.candidates.length === 0) return null;
  return (
    <Section title={translate('room.mandate.giveaways')}>
      <Alert severity={giveaways.length === 0 ? 'success' : 'warning'}>
        {translate(giveaways.length === 0 ? 'room.mandate.noGiveaway' : 'room.mandate.giveawaysMore', {
          smart_count: giveaways.length,
        })}
      </Alert>
      <Box
        component="ul"
        sx={{ listStyle: 'none', m: 0, mt: giveaways.length > 0 ? 3 : 0, p: 0, display: 'grid', gap: 3 }}
      >
        {giveaways.map((one) => (
          <GiveawayRow key={`${one.candidateId}.${one.start}.${one.kind}`} mandate={mandate} giveaway={one} />
        ))}
      </Box>
    </Section>
  );
};

const GiveawayRow = ({ mandate, giveaway }: { readonly mandate: Mandate; readonly giveaway: Giveaway }) => {
  const translate = useTranslate();
  const { start, end, code, kind, candidateId } = giveaway;
  const text = mandate.candidates.find(({ id }) => id === candidateId)?.presentation ?? '';
  const before = text.slice(Math.max(0, start - AROUND), start);
  const after = text.slice(end, end + AROUND);
  return (
    <Box component="li" sx={{ fontSize: '0.875rem' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', mb: 1 }}>
        <strong>{translate('room.mandate.fileOf', { code })}</strong>
        <Tag tone="warning" label={translate(`room.mandate.clue.${kind}`)} />
        <span>{translate('room.mandate.at', { place: start + 1 })}</span>
      </Box>
      <Box sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
        {start > AROUND && '…'}
        {before}
        <Box component="mark" sx={{ px: 0.5, bgcolor: 'action.selected', color: 'warning.main', fontWeight: 650 }}>
          {giveaway.text}
        </Box>
        {after}
        {end + AROUND < text.length && '…'}
      </Box>
    </Box>
  );
};
