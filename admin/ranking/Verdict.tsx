import Block from '@mui/icons-material/Block';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Tag } from '../kernel/chips.tsx';
import { type Format, useFormat } from '../kernel/format.ts';
import type { Line } from './ranking.graphql.ts';

type Translate = ReturnType<typeof useTranslate>;

/** Why a structure is out of the ranking, or cannot receive the trophy: a tag and the words, nothing otherwise. */
export const Verdict = ({ line }: { readonly line: Line }) => {
  const translate = useTranslate();
  const format = useFormat();
  const { exclusion, knockOuts } = line;
  if (!exclusion && knockOuts.length === 0) return null;
  const words = exclusion ? [exclusionIn(translate, line)] : knockOutsIn(translate, format, line);
  return (
    <Box sx={{ mt: 1, mb: 1.5, fontSize: '0.75rem', fontWeight: 400, color: 'text.secondary' }}>
      <Tag
        tone="warning"
        icon={Block}
        label={translate(exclusion ? 'room.explanation.excluded' : 'room.robustness.notAwarded')}
      />
      {words.map((each) => (
        <Box key={each} sx={{ mt: 0.5 }}>
          {each}
        </Box>
      ))}
    </Box>
  );
};

/** The rule that took a structure out of the ranking, in words. */
export const exclusionIn = (translate: Translate, { exclusion }: Line): string =>
  exclusion
    ? translate(`room.robustness.excluded.${exclusion.reason}`, {
        name: exclusion.label,
        absence: translate(`enum.Absence.${exclusion.absence}`),
      })
    : '';

/** Each threshold a structure fell under, in words. */
export const knockOutsIn = (translate: Translate, format: Format, { knockOuts }: Line): string[] =>
  knockOuts.map(({ label, minimum, score }) =>
    translate('room.explanation.under', {
      ...{ name: label, score: format.number(score, 2), minimum: format.number(minimum) },
    }),
  );
