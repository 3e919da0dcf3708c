import { Alert, Box, Card, FormControlLabel, Radio, RadioGroup, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Said } from './briefing.graphql.ts';

/** The briefing at the width of a phone, as an auditor reads it: choosing an answer shows what they would then be told. */
export const Preview = ({ said: { text, questions, passMark } }: { readonly said: Said }) => {
  const translate = useTranslate();
  const [answers, setAnswers] = useState<Readonly<Record<number, number>>>({});
  return (
    <Card sx={{ maxWidth: 390, p: 5 }}>
      <Typography sx={{ whiteSpace: 'pre-wrap' }}>{text}</Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', my: 4 }}>
        {translate('room.briefing.need', { mark: passMark, count: questions.length })}
      </Typography>
      {questions.map((question, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: its place is the only name a question has.
        <Box key={at} component="fieldset" sx={{ border: 0, p: 0, m: 0, mb: 5 }}>
          <Typography component="legend" sx={{ fontWeight: 600, mb: 1 }}>
            {question.text}
          </Typography>
          <RadioGroup
            value={answers[at] ?? ''}
            onChange={({ target }) => setAnswers({ ...answers, [at]: Number(target.value) })}
          >
            {question.choices.map((choice, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same words may be typed twice.
              <FormControlLabel key={i} value={i} control={<Radio />} label={choice} sx={{ minHeight: 44 }} />
            ))}
          </RadioGroup>
          {answers[at] !== undefined && (
            <Alert severity={answers[at] === question.right ? 'success' : 'warning'}>
              {translate(answers[at] === question.right ? 'room.briefing.isRight' : 'room.briefing.isWrong')}{' '}
              {question.explanation}
            </Alert>
          )}
        </Box>
      ))}
    </Card>
  );
};
