import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Who } from '../../kernel/count/Who.tsx';
import type { Candidate, Paper } from '../meeting.graphql.ts';
import type { BallotDraft } from './draft.ts';
import { Options } from './Options.tsx';

/** One grade a candidate, in words. */
export const GradeBallot = ({
  paper,
  candidates,
  draft,
  onChange,
}: {
  readonly paper: Paper;
  readonly candidates: readonly Candidate[];
  readonly draft: BallotDraft;
  readonly onChange: (draft: BallotDraft) => void;
}) => {
  const translate = useTranslate();
  const options = paper.grades.map((value) => ({ value, label: translate(`enum.Grade.${value}`) }));
  return (
    <Box sx={{ display: 'grid', gap: 5 }}>
      {candidates.map((candidate) => (
        <Options
          key={candidate.code}
          tight
          legend={<Who of={candidate} />}
          name={`grade ${candidate.code}`}
          value={draft.grades[candidate.code]}
          options={options}
          onChange={(grade) => onChange({ ...draft, grades: { ...draft.grades, [candidate.code]: grade } })}
        />
      ))}
    </Box>
  );
};
