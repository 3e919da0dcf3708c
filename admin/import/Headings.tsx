import { Alert, Box, Button, Typography } from '@mui/material';
import type { UseMutationResult } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Constants } from './Constants.tsx';
import { HeadingTable } from './HeadingTable.tsx';
import type { Run } from './import.graphql.ts';
import { choicesOf, constantsOf, IGNORE, missingIn, saidOf, twiceIn, UNSAID } from './mapping.rules.ts';

interface Mapping {
  headings: { heading: string; column: string | null }[];
  constants: { column: string; value: string }[];
}

/** How the headings of a file are understood, and the way to correct it; open by itself when something is to be said. */
export const Headings = ({ run, map }: { readonly run: Run; readonly map: UseMutationResult<Run, Error, Mapping> }) => {
  const translate = useTranslate();
  const { headings, columns } = run;
  const first = saidOf(headings);
  const given = Object.fromEntries(run.constants.map(({ column, value }) => [column, value]));
  const [said, setSaid] = useState<readonly string[]>(first);
  const [constants, setConstants] = useState<Readonly<Record<string, string>>>(given);
  const unknown = said.filter((one) => one === UNSAID).length;
  const missing = missingIn(columns, said);
  const kept = Object.fromEntries(missing.map(({ name }) => [name, constants[name] ?? '']));
  const twice = twiceIn(said, kept);
  const same = JSON.stringify([said, constantsOf(kept)]) === JSON.stringify([first, constantsOf(given)]);
  const doubtful = headings.some(({ confidence }) => confidence === 'LIKELY' || confidence === 'NONE');
  const found = said.filter((one) => one !== UNSAID && one !== IGNORE).length;
  const ignoreAll = () => setSaid(said.map((one) => (one === UNSAID ? IGNORE : one)));
  return (
    <Box
      component="details"
      open={doubtful || missing.some(({ name }) => !given[name])}
      sx={{ '& summary': { cursor: 'pointer', py: 2, fontWeight: 600, '@media (pointer: coarse)': { py: 3 } } }}
    >
      <summary>
        {translate('room.import.columns.title')} · {translate('room.import.columns.found', { smart_count: found })}
      </summary>
      <HeadingTable
        headings={headings}
        columns={columns}
        said={said}
        onSay={(at, one) => setSaid(said.map((before, i) => (i === at ? one : before)))}
      />
      {missing.length > 0 && <Constants columns={missing} values={kept} onChange={setConstants} />}
      {twice.map((column) => (
        <Alert key={column} severity="error" role="alert" sx={{ mt: 3 }}>
          {translate('room.import.columns.twice', { column })}
        </Alert>
      ))}
      <Box sx={{ mt: 4, display: 'flex', flexWrap: 'wrap', gap: 3, alignItems: 'center' }}>
        {unknown > 0 && (
          <Button variant="outlined" color="inherit" onClick={ignoreAll}>
            {translate('room.import.columns.ignoreAll', { smart_count: unknown })}
          </Button>
        )}
        <Button
          variant="outlined"
          disabled={same || twice.length > 0 || map.isPending}
          onClick={() => map.mutate({ headings: choicesOf(headings, said), constants: constantsOf(kept) })}
        >
          {translate('room.import.columns.examine')}
        </Button>
        {!same && <Typography variant="body2">{translate('room.import.columns.unsaved')}</Typography>}
      </Box>
    </Box>
  );
};
