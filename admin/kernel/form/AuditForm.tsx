import { Box, LinearProgress, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { type Answer, type Answers, answeredOf, askedOf, type Question } from './form.ts';
import { QuestionField } from './QuestionField.tsx';

interface AuditFormProps {
  /** In the order of the form, each under the name of its step. */
  readonly questions: readonly (Question & { readonly stepLabel: string })[];
  readonly answers: Answers;
  readonly onAnswer: (code: string, answer: Answer | null) => void;
}

/** The form of one test on one channel, made from the grid: what is asked follows what was answered. */
export const AuditForm = ({ questions, answers, onAnswer }: AuditFormProps) => {
  const translate = useTranslate();
  const asked = askedOf(questions, answers);
  const answered = answeredOf(asked, answers);
  const shown = questions.filter((question) => asked.includes(question));
  return (
    <Box component="form" noValidate onSubmit={(event) => event.preventDefault()} sx={{ display: 'grid', gap: 4 }}>
      <Box sx={{ position: 'sticky', top: 0, bgcolor: 'background.paper', zIndex: 1, pb: 2 }}>
        <Typography variant="caption" role="status" sx={{ color: 'text.secondary' }}>
          {translate('form.progress', { answered, smart_count: asked.length })}
        </Typography>
        <LinearProgress
          variant="determinate"
          aria-hidden
          value={asked.length === 0 ? 0 : (answered / asked.length) * 100}
          sx={{ height: 4, borderRadius: 2, mt: 1 }}
        />
      </Box>
      {shown.map((question, i) => (
        <Box key={question.id}>
          {question.stepLabel !== shown[i - 1]?.stepLabel && (
            <Typography component="h3" variant="h3" sx={{ mb: 3, pt: i === 0 ? 0 : 3 }}>
              {question.stepLabel}
            </Typography>
          )}
          <QuestionField
            question={question}
            answer={answers[question.code] ?? null}
            onAnswer={(answer) => onAnswer(question.code, answer)}
          />
        </Box>
      ))}
    </Box>
  );
};
