import { Box } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { dark } from '../kernel/tokens.ts';
import { useRefusalInWords } from '../kernel/useAct.ts';
import { type CeremonyAward, Revealed } from './ceremony.graphql.ts';
import { Laureates } from './Laureates.tsx';

/** Milliseconds between the gesture and the name: a breath. */
const BREATH = 1400;

/** One award: announced, then, after a held breath, its laureate. Nothing of it is asked before it is revealed. */
export const Reveal = ({ award, revealed }: { readonly award: CeremonyAward; readonly revealed: boolean }) => {
  const translate = useTranslate();
  const words = useRefusalInWords();
  const [breathed, setBreathed] = useState(false);
  const { data, error } = useQuery({
    queryKey: ['ceremony', 'revealed', award.id],
    queryFn: ({ signal }) => run(Revealed, { id: award.id }, signal),
    enabled: revealed,
    gcTime: 0,
  });
  useEffect(() => {
    if (!revealed) {
      setBreathed(false);
      return;
    }
    const timer = setTimeout(() => setBreathed(true), BREATH);
    return () => clearTimeout(timer);
  }, [revealed]);
  const told = revealed && breathed && data ? data.trophy : null;
  return (
    <Box
      sx={{ textAlign: 'center', maxWidth: 'min(92vw, 40em)', fontSize: 'clamp(1rem, 2.2vw, 1.75rem)', width: '100%' }}
    >
      <Box sx={{ mb: '0.6em', color: dark.gold, fontSize: '0.8em' }}>
        {translate(award.prize ? 'ceremony.prize' : 'ceremony.trophy')}
      </Box>
      <Box
        component="h1"
        sx={{
          m: 0,
          fontSize: told ? '1em' : '2em',
          fontWeight: told ? 400 : 600,
          color: told ? dark.muted : dark.ink,
          lineHeight: 1.2,
        }}
      >
        {(award.category ?? award.prize)?.label ?? translate('ceremony.unnamed')}
      </Box>
      {award.prize?.rewards && !told && (
        <Box sx={{ mt: '0.8em', color: dark.muted, textWrap: 'balance' }}>{award.prize.rewards}</Box>
      )}
      <Box role="status" sx={{ minHeight: revealed ? '8em' : 0, mt: '1em' }}>
        {revealed && !told && (
          <Box aria-hidden sx={{ color: dark.gold, fontSize: '2em', letterSpacing: '0.3em' }}>
            ···
          </Box>
        )}
        {told && <Laureates trophy={told} />}
        {error && <Box sx={{ color: dark.error }}>{words(error)}</Box>}
      </Box>
    </Box>
  );
};
