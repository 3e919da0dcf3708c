import { Alert, Autocomplete, Box, Button, TextField, Typography } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { codeIn, run } from '../kernel/api.ts';
import { useFormat } from '../kernel/format.ts';
import { Territories, type Territory } from './territory.graphql.ts';
import { useFill } from './useFill.ts';
import { useSettled } from './useSettled.ts';

const SHOWN = 10;

/** Finds a body in the official reference and fills the form with what it says. What was typed is never overwritten. */
export const TerritoryFinder = () => {
  const translate = useTranslate();
  const format = useFormat();
  const [q, setQ] = useState('');
  const [chosen, setChosen] = useState<Territory | null>(null);
  const { fill, kept, replace } = useFill();
  const { options, pending, refusal } = useTerritories(q);
  const keptFields = Object.keys(kept).map((field) => translate(`field.${field}`));
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 3 }}>
      <Autocomplete
        options={options}
        value={chosen}
        inputValue={q}
        loading={pending}
        loadingText={translate('room.territory.searching')}
        noOptionsText={translate(refusal ?? (q.trim() === '' ? 'room.territory.type' : 'room.territory.none'))}
        filterOptions={(all) => all}
        slotProps={{ paper: { sx: { border: 1, borderColor: 'divider', boxShadow: 4 } } }}
        getOptionLabel={({ bodyName }) => bodyName}
        getOptionKey={({ kind, code }) => `${kind} ${code}`}
        isOptionEqualToValue={(a, b) => a.kind === b.kind && a.code === b.code}
        renderOption={({ key, ...props }, territory) => <Option key={key} {...props} territory={territory} />}
        onInputChange={(_, typed) => setQ(typed)}
        onChange={(_, territory) => {
          setChosen(territory);
          if (territory) fill(territory);
        }}
        renderInput={(params) => (
          <TextField
            {...params}
            label={translate('room.territory.find')}
            helperText={translate('room.territory.findHelp')}
          />
        )}
      />
      <Box role="status" sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
        {chosen && keptFields.length > 0 && (
          <Alert
            severity="info"
            action={
              <Button color="inherit" size="small" onClick={replace}>
                {translate('room.territory.replace', { smart_count: keptFields.length })}
              </Button>
            }
          >
            {translate('room.territory.kept', { smart_count: keptFields.length, fields: format.list(keptFields) })}
          </Alert>
        )}
        {chosen && (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {translate('room.territory.source', { year: chosen.referenceYear })}{' '}
            {chosen.population !== null && chosen.populationYear === null && translate('room.territory.noYear')}
          </Typography>
        )}
      </Box>
    </Box>
  );
};

/** A body as it is told apart from its homonyms: what it is, where, how large. */
const Option = ({ territory, ...props }: { readonly territory: Territory }) => {
  const translate = useTranslate();
  const format = useFormat();
  const { kind, code, bodyName, postcodes, departmentName, regionName, population, populationYear } = territory;
  const where = kind === 'COMMUNE' ? `${departmentName} · ${regionName}` : kind === 'REGION' ? null : regionName;
  const year = populationYear ? ` (${populationYear})` : '';
  const inhabitants =
    population !== null && translate('room.structure.inhabitants', { count: format.number(population), year });
  const shown = postcodes.length > 3 ? `${postcodes[0]}…${postcodes.at(-1)}` : postcodes.join(', ');
  const more = [translate(`enum.StructureKind.${kind}`), shown || code, where, inhabitants];
  return (
    <Box component="li" {...props} sx={{ display: 'block !important' }}>
      <Box sx={{ fontWeight: 600 }}>{bodyName}</Box>
      <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>{more.filter(Boolean).join(' · ')}</Box>
    </Box>
  );
};

/** The territories that answer what is typed, asked for once typing pauses. */
function useTerritories(typed: string) {
  const q = useSettled(typed.trim());
  const { data, error, isFetching } = useQuery({
    queryKey: ['territory', q],
    queryFn: ({ signal }) => run(Territories, { q: q.slice(0, 100), first: SHOWN }, signal),
    enabled: q !== '',
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return {
    options: q === '' ? [] : (data?.territories ?? []),
    pending: isFetching || q !== typed.trim(),
    refusal: error ? `refusal.${codeIn(error)}` : null,
  };
}
