import { Button, TextField, Typography } from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { codeIn, run } from '../kernel/api.ts';
import type { EditionInForce } from '../kernel/edition.tsx';
import { useFormat } from '../kernel/format.ts';
import { ConfirmDialog } from '../kernel/record/ConfirmDialog.tsx';
import { CloseAnswers as CloseAnswersOf, type Closing, ClosingEffect } from './delay.graphql.ts';

interface CloseAnswersProps {
  readonly edition: EditionInForce;
  readonly closing: Closing;
}

/** Sets the last day on which an answer counts, once what it changes was read. */
export const CloseAnswers = ({ edition, closing }: CloseAnswersProps) => {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="contained" onClick={() => setOpen(true)}>
        {translate('room.delay.close')}
      </Button>
      {open && <CloseDialog edition={edition} closing={closing} onClose={() => setOpen(false)} />}
    </>
  );
};

const CloseDialog = ({ edition, closing, onClose }: CloseAnswersProps & { readonly onClose: () => void }) => {
  const translate = useTranslate();
  const format = useFormat();
  const [day, setDay] = useState(closing.answersUntil ?? closing.fieldworkTo ?? '');
  const on = day === '' ? null : day;
  const [motive, setMotive] = useState('');
  const later = closing.answersUntil !== null && on !== null && on > closing.answersUntil;
  const { close, isPending, refusal } = useClose(edition.id, onClose);
  return (
    <ConfirmDialog
      open
      title={translate('room.delay.closeTitle', { year: edition.year })}
      action={on ? translate('room.delay.closeOn', { day: format.day(on) }) : translate('room.delay.closeFieldwork')}
      pending={isPending}
      disabled={later && motive.trim() === ''}
      refusal={refusal ? translate(`refusal.${refusal}`) : null}
      onCancel={onClose}
      onConfirm={() => close({ on, motive: motive.trim() || null })}
    >
      <TextField
        type="date"
        label={translate('room.delay.closeDay')}
        value={day}
        onChange={({ target }) => setDay(target.value)}
        helperText={translate('room.delay.closeDayHelp', { day: format.day(closing.fieldworkTo) })}
        sx={{ mb: 4 }}
      />
      {later && (
        <TextField
          fullWidth
          required
          multiline
          label={translate('field.motive')}
          helperText={translate('room.passage.motiveHelp')}
          value={motive}
          onChange={({ target }) => setMotive(target.value)}
          slotProps={{ htmlInput: { maxLength: 5000 } }}
          sx={{ mb: 4 }}
        />
      )}
      <Effect editionId={edition.id} on={on} />
    </ConfirmDialog>
  );
};

/** What the day would change, read anew as soon as another is chosen. */
const Effect = ({ editionId, on }: { readonly editionId: string; readonly on: string | null }) => {
  const translate = useTranslate();
  const format = useFormat();
  const { data } = useQuery({
    queryKey: ['delay', editionId, 'closing', on],
    queryFn: ({ signal }) => run(ClosingEffect, { editionId, on }, signal),
  });
  const { lost = 0, gained = 0, testCount = 0 } = data?.closingEffect ?? {};
  const said = [
    ...(lost > 0 ? [translate('room.delay.lost', { smart_count: lost })] : []),
    ...(gained > 0 ? [translate('room.delay.gained', { smart_count: gained })] : []),
  ];
  return (
    <>
      <Typography role="status" sx={{ fontWeight: 650, mb: 3 }}>
        {data
          ? said.length > 0
            ? `${format.list(said)}.`
            : translate('room.delay.same')
          : translate('room.delay.reading')}
      </Typography>
      <Typography variant="body2" sx={{ mb: 3 }}>
        {translate('room.delay.closeRule', { count: format.number(testCount) })}
      </Typography>
      <Typography variant="body2">{translate('room.delay.closeScores')}</Typography>
    </>
  );
};

/** Tells the server; everything that was read with the former day is read again. */
function useClose(editionId: string, onDone: () => void) {
  const notify = useNotify();
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (said: { on: string | null; motive: string | null }) => run(CloseAnswersOf, { editionId, ...said }),
    onSuccess: async ({ closeAnswers }) => {
      notify('room.delay.closed', { type: 'success', messageArgs: { smart_count: closeAnswers } });
      await client.invalidateQueries();
      onDone();
    },
  });
  return { close: mutate, isPending, refusal: error ? codeIn(error) : null };
}
