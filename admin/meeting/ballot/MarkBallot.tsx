import { Box, TextField, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Who } from '../../kernel/count/Who.tsx';
import type { Candidate, Paper } from '../meeting.graphql.ts';
import { type BallotDraft, isMark, markKey } from './draft.ts';

interface MarkBallotProps {
  readonly paper: Paper;
  readonly candidates: readonly Candidate[];
  readonly draft: BallotDraft;
  readonly onChange: (draft: BallotDraft) => void;
}

/** One mark a candidate and criterion, typed on the keypad of figures. */
export const MarkBallot = ({ paper, candidates, draft, onChange }: MarkBallotProps) => {
  const translate = useTranslate();
  const total = paper.criteria.reduce((sum, { weight }) => sum + Number(weight), 0);
  return (
    <Box sx={{ display: 'grid', gap: 5 }}>
      {candidates.map((candidate) => (
        <Box key={candidate.code} component="fieldset" sx={{ border: 0, m: 0, p: 0, minWidth: 0 }}>
          <Box component="legend" sx={{ p: 0, mb: 2, fontWeight: 650 }}>
            <Who of={candidate} />
          </Box>
          <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'repeat(auto-fill, minmax(220px, 1fr))' }}>
            {paper.criteria.map(({ code, label, weight }) => (
              <MarkField
                key={code}
                label={label}
                help={translate('ballot.markHelp', {
                  scale: paper.scale,
                  share: Math.round((Number(weight) / total) * 100),
                })}
                scale={paper.scale}
                value={draft.marks[markKey(candidate.code, code)] ?? ''}
                onChange={(mark) =>
                  onChange({ ...draft, marks: { ...draft.marks, [markKey(candidate.code, code)]: mark } })
                }
              />
            ))}
          </Box>
        </Box>
      ))}
    </Box>
  );
};

const MarkField = ({
  label,
  help,
  scale,
  value,
  onChange,
}: {
  readonly label: string;
  readonly help: string;
  readonly scale: number;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) => {
  const translate = useTranslate();
  const wrong = value !== '' && !isMark(value, scale);
  return (
    <TextField
      label={label}
      value={value}
      error={wrong}
      helperText={wrong ? translate('ballot.markWrong', { scale }) : help}
      onChange={({ target }) => onChange(target.value)}
      slotProps={{
        input: {
          endAdornment: (
            <Typography sx={{ ml: 1, color: 'text.secondary', whiteSpace: 'nowrap' }}>/ {scale}</Typography>
          ),
        },
        htmlInput: { inputMode: 'decimal', autoComplete: 'off', style: { fontSize: '1.25rem', textAlign: 'right' } },
      }}
    />
  );
};
