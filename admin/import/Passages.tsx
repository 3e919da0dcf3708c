import { Box, Button, Typography } from '@mui/material';
import type { UseMutationResult } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { Section } from '../kernel/record/Section.tsx';
import type { Run } from './import.graphql.ts';
import { PassageLine } from './PassageLine.tsx';
import { complete, decisionsOf, maskedOpen, type Said, saidOfPassages } from './passage.rules.ts';
import type { Decision } from './useRun.ts';

interface PassagesProps {
  readonly run: Run;
  readonly decide: UseMutationResult<Run, Error, readonly Decision[]>;
}

/** What in the texts of a file may name an agent, each passage once, with what becomes of it: nothing is recorded before. */
export const Passages = ({ run, decide }: PassagesProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const first = saidOfPassages(run.passages);
  const [said, setSaid] = useState<Said>(first);
  const open = run.passages.filter(({ text }) => !said[text]?.treatment).length;
  const decisions = decisionsOf(run.passages, said);
  const counted = (key: string, count: number) =>
    translate(`room.import.passages.${key}`, { smart_count: count, count: format.number(count) });
  return (
    <Section title={translate('room.import.passages.title')}>
      <Typography sx={{ mb: 4, maxWidth: '75ch' }}>{translate('room.import.passages.about')}</Typography>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {run.passages.map((passage) => (
          <PassageLine
            key={passage.text}
            passage={passage}
            said={said[passage.text]}
            onSay={(one) => setSaid({ ...said, [passage.text]: one })}
          />
        ))}
      </Box>
      <Box sx={{ mt: 4, display: 'flex', flexWrap: 'wrap', gap: 3, alignItems: 'center' }}>
        {open > 0 && (
          <Button variant="outlined" color="inherit" onClick={() => setSaid(maskedOpen(run.passages, said))}>
            {counted('maskAll', open)}
          </Button>
        )}
        <Button
          variant="outlined"
          disabled={decisions.length === 0 || !complete(decisions) || decide.isPending}
          onClick={() => decide.mutate(decisions)}
        >
          {translate('room.import.passages.decide')}
        </Button>
        <Typography variant="body2" role="status">
          {open > 0 ? counted('open', open) : translate('room.import.passages.allSaid')}
        </Typography>
      </Box>
    </Section>
  );
};
