import { Box, FormHelperText, Link, MenuItem, TextField, Typography } from '@mui/material';
import { useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Tag } from '../chips.tsx';
import { type Answer, absences, type Question } from './form.ts';
import { ValueField } from './ValueField.tsx';

interface QuestionFieldProps {
  readonly question: Question;
  readonly answer: Answer | null;
  readonly onAnswer: (answer: Answer | null) => void;
}

/** One question: what the auditor is told, its value, or why there is none. */
export const QuestionField = ({ question, answer, onAnswer }: QuestionFieldProps) => {
  const translate = useTranslate();
  const id = useId();
  const [excused, setExcused] = useState(false);
  const absence = answer && 'absence' in answer ? answer.absence : '';
  return (
    <Box
      component="fieldset"
      aria-describedby={question.guidance ? `${id}-guidance` : undefined}
      sx={{ border: 1, borderColor: 'divider', borderRadius: 1.5, m: 0, p: 4, minWidth: 0 }}
    >
      <Typography component="legend" sx={{ fontWeight: 600, float: 'left', width: '100%', mb: 1, p: 0 }}>
        {question.label}
      </Typography>
      <Box sx={{ clear: 'both' }}>
        {question.guidance && (
          <Typography id={`${id}-guidance`} variant="body2" sx={{ color: 'text.secondary', mb: 3 }}>
            {question.guidance}
          </Typography>
        )}
        {question.bonus && <Tag label={translate('field.bonus')} />}
        {question.delay ? (
          <FormHelperText>{translate('form.derived')}</FormHelperText>
        ) : (
          <ValueField
            name={id}
            question={question}
            value={answer && 'value' in answer ? answer.value : ''}
            onChange={(value) => onAnswer(value === '' ? null : { value })}
          />
        )}
        {excused || absence ? (
          <TextField
            select
            fullWidth
            label={translate('form.why')}
            value={absence}
            sx={{ mt: 3 }}
            onChange={({ target }) => {
              const chosen = absences.find((each) => each === target.value);
              onAnswer(chosen ? { absence: chosen } : null);
              setExcused(chosen !== undefined);
            }}
          >
            <MenuItem value="">{translate('form.hasValue')}</MenuItem>
            {absences.map((each) => (
              <MenuItem key={each} value={each}>
                {translate(`enum.Absence.${each}`)}
              </MenuItem>
            ))}
          </TextField>
        ) : (
          <Link
            component="button"
            type="button"
            onClick={() => setExcused(true)}
            sx={{ mt: 2, minHeight: 44, fontSize: '0.875rem' }}
            aria-label={translate('form.noValueOf', { label: question.label })}
          >
            {translate('form.noValue')}
          </Link>
        )}
      </Box>
    </Box>
  );
};
