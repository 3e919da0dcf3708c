import { Box, Button } from '@mui/material';
import { useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { SeenChange } from './publication.graphql.ts';
import { useChangeInWords } from './useChangeInWords.ts';

/** How many lines are shown before one asks for all. */
const FIRST = 6;

const signs = { added: ['+', 'success.main'], removed: ['−', 'error.main'], changed: ['→', 'info.main'] } as const;

/** Each change in words, what comes with a plus and what goes with a minus. */
export const Changes = ({ changes, of }: { readonly changes: readonly SeenChange[]; readonly of: string }) => {
  const translate = useTranslate();
  const inWords = useChangeInWords();
  const id = useId();
  const [all, setAll] = useState(false);
  const shown = all ? changes : changes.slice(0, FIRST);
  return (
    <>
      <Box
        id={id}
        component="ul"
        aria-label={translate('room.publication.changesOf', { of: translate(`enum.Readership.${of}`) })}
        sx={{ listStyle: 'none', m: 0, mt: 3, p: 0, display: 'grid', gap: 1.5, fontSize: '0.8125rem' }}
      >
        {shown.map((change) => {
          const kind = change.field !== null ? 'changed' : change.before === null ? 'added' : 'removed';
          const [sign, color] = signs[kind];
          return (
            <Box
              component="li"
              key={`${change.table}/${change.key}/${change.field}`}
              sx={{ display: 'grid', gridTemplateColumns: '16px minmax(0, 1fr)', overflowWrap: 'anywhere' }}
            >
              <Box
                component="span"
                aria-label={translate(`room.publication.sign.${kind}`)}
                sx={{ color, fontWeight: 700 }}
              >
                {sign}
              </Box>
              <span>{inWords(change)}</span>
            </Box>
          );
        })}
      </Box>
      {changes.length > FIRST && (
        <Button size="small" sx={{ mt: 2 }} aria-expanded={all} aria-controls={id} onClick={() => setAll(!all)}>
          {all
            ? translate('room.publication.fewer')
            : translate('room.publication.more', { smart_count: changes.length - FIRST })}
        </Button>
      )}
    </>
  );
};
