import Add from '@mui/icons-material/Add';
import { Alert, Box, Button, TextField } from '@mui/material';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { detailsIn } from '../kernel/api.ts';
import type { EditionInForce } from '../kernel/edition.tsx';
import { Section } from '../kernel/record/Section.tsx';
import { useAct } from '../kernel/useAct.ts';
import { type Question, type Said, SaveBriefing } from './briefing.graphql.ts';
import { QuestionFields } from './QuestionFields.tsx';

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

const BLANK: Question = { text: '', choices: ['', ''], right: 0, explanation: null };

/** The text to be read, the questions in their order, and how many right answers are needed. */
export const BriefingForm = ({ edition, version, said, changed, onSay, onSaved }: BriefingFormProps) => {
  const translate = useTranslate();
  const notify = useNotify();
  const [moved, setMoved] = useState('');
  const { act, pending, refusal, error } = useAct(['briefing']);
  const open = edition.rights.includes('PLAN');
  const faults = (detailsIn(error).faults ?? []) as readonly Fault[];
  const { text, questions, passMark } = said;
  const put = (at: number, question: Question) => onSay({ ...said, questions: questions.with(at, question) });
  const move = (at: number, by: number) => {
    const [one, other] = [questions[at], questions[at + by]];
    if (!one || !other) return;
    onSay({ ...said, questions: questions.with(at, other).with(at + by, one) });
    setMoved(translate('room.briefing.moved', { from: at + 1, to: at + by + 1 }));
  };
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
      {questions.map((question, at) => (
        <QuestionFields
          // biome-ignore lint/suspicious/noArrayIndexKey: its place is the only name a question has.
          key={at}
          number={at + 1}
          last={at === questions.length - 1}
          question={question}
          open={open}
          onSay={(next) => put(at, next)}
          onMove={(by) => move(at, by)}
          onRemove={() =>
            onSay({
              ...said,
              questions: questions.toSpliced(at, 1),
              passMark: Math.min(passMark, questions.length - 1),
            })
          }
        />
      ))}
      <Box role="status" sx={{ position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' }}>
        {moved}
      </Box>
      {open && (
        <Button startIcon={<Add />} onClick={() => onSay({ ...said, questions: [...questions, BLANK] })}>
          {translate('room.briefing.addQuestion')}
        </Button>
      )}
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
