import { Alert, Box, Button, TextField } from '@mui/material';
import { useNotify, useTranslate } from 'react-admin';
import { detailsIn } from '../kernel/api.ts';
import type { EditionInForce } from '../kernel/edition.tsx';
import { Section } from '../kernel/record/Section.tsx';
import { useAct } from '../kernel/useAct.ts';
import { type Said, SaveBriefing } from './briefing.graphql.ts';
import { Questions } from './Questions.tsx';

interface BriefingFormProps {
  readonly edition: EditionInForce;
  readonly version: number;
  readonly said: Said;
  readonly changed: boolean;
  readonly onSay: (said: Said) => void;
  readonly onSaved: () => void;
}

interface Fault {
  readonly question: number | null;
  readonly reason: string;
}

/** The text to be read, the questions in their order, and how many right answers are needed. */
export const BriefingForm = ({ edition, version, said, changed, onSay, onSaved }: BriefingFormProps) => {
  const translate = useTranslate();
  const notify = useNotify();
  const { act, pending, refusal, error } = useAct(['briefing']);
  const open = edition.rights.includes('PLAN');
  const faults = (detailsIn(error).faults ?? []) as readonly Fault[];
  const { text, questions, passMark } = said;
  const save = async () => {
    const kept = questions.map((each) => ({
      ...each,
      choices: [...each.choices],
      explanation: each.explanation || null,
    }));
    const input = { text, passMark, questions: kept };
    if (!(await act(SaveBriefing, { editionId: edition.id, version, input }))) return;
    notify('room.briefing.saved', { type: 'success' });
    onSaved();
  };
  const whole = text.trim() !== '' && questions.every((each) => each.text.trim() && each.choices.every(Boolean));
  return (
    <Section title={translate('room.briefing.one')}>
      <TextField
        multiline
        fullWidth
        required
        minRows={6}
        label={translate('room.briefing.text')}
        value={text}
        disabled={!open}
        onChange={({ target }) => onSay({ ...said, text: target.value })}
        slotProps={{ htmlInput: { maxLength: 5000 } }}
        sx={{ my: 3 }}
      />
      <Questions said={said} open={open} onSay={onSay} />
      <TextField
        type="number"
        label={translate('room.briefing.passMark')}
        helperText={translate('room.briefing.passMarkHelp', { smart_count: questions.length })}
        value={passMark}
        disabled={!open}
        onChange={({ target }) => onSay({ ...said, passMark: Math.max(0, Math.trunc(Number(target.value))) })}
        slotProps={{ htmlInput: { min: 0, max: questions.length } }}
        sx={{ display: 'block', mt: 4, '& .MuiInputBase-root': { width: 200 } }}
      />
      {refusal && (
        <Alert severity="error" role="alert" sx={{ mt: 4 }}>
          {refusal}
          {faults.map(({ question, reason }) => (
            <Box key={`${question} ${reason}`}>
              {translate(`room.briefing.fault.${reason}`, { number: (question ?? 0) + 1 })}
            </Box>
          ))}
        </Alert>
      )}
      {open && (
        <Button
          variant="contained"
          disabled={pending || !changed || !whole}
          onClick={() => void save()}
          sx={{ display: 'block', mt: 4 }}
        >
          {translate('room.briefing.save')}
        </Button>
      )}
    </Section>
  );
};
