import { Box, MenuItem, TextField, Typography } from '@mui/material';
import { memo, useId } from 'react';
import { useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { useFormat } from '../kernel/format.ts';
import { SimulatedTable } from './SimulatedTable.tsx';
import { Slope } from './Slope.tsx';
import { movedIn, type Standing } from './standings.ts';
import type { Workshop } from './workshop.graphql.ts';

interface SimulatedRankingProps {
  readonly workshop: Workshop;
  /** Every structure of the edition, best first. */
  readonly standings: readonly Standing[];
  readonly untouched: boolean;
}

/** One category as it would be: who leads in its title, where the first ten come from, then everyone. */
export const SimulatedRanking = memo(({ workshop, standings, untouched }: SimulatedRankingProps) => {
  const translate = useTranslate();
  const id = useId();
  const [search, setSearch] = useSearchParams();
  const { categories, runNumber } = workshop;
  const peersOf = (code: string) => standings.filter(({ category }) => category === code);
  const shown = categories.filter(({ code }) => peersOf(code).length > 0);
  const category = shown.find(({ code }) => code === search.get('category')) ?? shown[0];
  if (!category) return null;
  const peers = peersOf(category.code);
  const moved = movedIn(standings);
  const choose = (code: string) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        next.set('category', code);
        return next;
      },
      { replace: true },
    );
  return (
    <Box sx={{ minWidth: 0 }}>
      <TextField
        select
        id={`${id}category`}
        label={translate('room.workshop.category')}
        value={category.code}
        onChange={({ target }) => choose(target.value)}
        sx={{ maxWidth: 560 }}
      >
        {shown.map(({ id, code, label }) => (
          <MenuItem key={id} value={code} sx={{ whiteSpace: 'normal' }}>
            {untouched
              ? label
              : translate('room.workshop.categoryLine', { category: label, smart_count: movedIn(peersOf(code)) })}
          </MenuItem>
        ))}
      </TextField>
      <Typography component="h3" variant="h2" sx={{ mt: 4 }}>
        <Lead standings={peers} />
      </Typography>
      <Typography variant="body2" role="status" sx={{ mt: 1, mb: 4, color: 'text.secondary' }}>
        {untouched
          ? translate('room.workshop.still', { number: runNumber })
          : translate(moved === 0 ? 'room.workshop.movedNone' : 'room.workshop.moved', { smart_count: moved })}
      </Typography>
      <Slope standings={peers} />
      <SimulatedTable standings={peers} label={translate('room.workshop.table', { category: category.label })} />
    </Box>
  );
});

/** The message, as a newspaper would put it: in the conditional. */
const Lead = ({ standings }: { readonly standings: readonly Standing[] }) => {
  const translate = useTranslate();
  const format = useFormat();
  const first = standings.filter(({ rank }) => rank === 1);
  if (first.length === 0) return translate('room.workshop.leadNone');
  const score = format.number(first[0]?.score, 2);
  const names = first.map(({ name }) => name);
  return names.length === 1
    ? translate('room.workshop.lead', { name: names[0], score })
    : translate('room.workshop.leadTied', { names: format.list(names), score });
};
