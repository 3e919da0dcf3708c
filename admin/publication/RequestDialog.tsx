import { Checkbox, FormControlLabel, FormHelperText, Radio, RadioGroup, TextField, Typography } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import type { EditionInForce } from '../kernel/edition.tsx';
import { parisInstant } from '../kernel/paris.ts';
import { ConfirmDialog } from '../kernel/record/ConfirmDialog.tsx';
import { useRefusalInWords } from '../kernel/useAct.ts';
import { OwnReasons } from './OwnReasons.tsx';
import { type OwnReason, type Rehearsal, RequestRelease } from './publication.graphql.ts';

interface RequestDialogProps {
  readonly edition: EditionInForce;
  readonly rehearsal: Rehearsal;
  /** What the field begins with: noon of that day. */
  readonly ceremonyOn: string | null;
  readonly onClose: () => void;
}

/** Asks for a release: when, and why when it corrects a version. Nothing goes out before someone else approves it. */
export const RequestDialog = ({ edition, rehearsal, ceremonyOn, onClose }: RequestDialogProps) => {
  const translate = useTranslate();
  const words = useRefusalInWords();
  const client = useQueryClient();
  const [planned, setPlanned] = useState(true);
  const [local, setLocal] = useState(ceremonyOn ? `${ceremonyOn}T12:00` : '');
  const [announced, setAnnounced] = useState(false);
  const [reason, setReason] = useState('');
  const [reasons, setReasons] = useState<OwnReason[]>([]);
  const { version, hash, corrects } = rehearsal;
  const dueAt = planned ? parisInstant(local) : null;
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      run(RequestRelease, {
        editionId: edition.id,
        input: { hash, dueAt, announced, reason: reason.trim() || null, reasons },
      }),
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries({ queryKey: ['publication', edition.id] }),
  });
  const incomplete = (planned && !dueAt) || (corrects !== null && reason.trim() === '');
  return (
    <ConfirmDialog
      open
      title={translate('room.publication.requestAsk', { version })}
      action={translate('room.publication.request', { version })}
      pending={isPending}
      disabled={incomplete}
      refusal={error && words(error)}
      onCancel={onClose}
      onConfirm={() => mutate()}
    >
      <Typography sx={{ mb: 4 }}>{translate('room.publication.requestMore')}</Typography>
      <RadioGroup
        aria-label={translate('room.publication.when')}
        value={planned ? 'PLANNED' : 'NOW'}
        onChange={({ target }) => setPlanned(target.value === 'PLANNED')}
      >
        <FormControlLabel value="PLANNED" control={<Radio />} label={translate('room.publication.planned')} />
        {planned && (
          <TextField
            type="datetime-local"
            label={translate('room.publication.instant')}
            helperText={translate('room.publication.parisTime')}
            required
            value={local}
            onChange={({ target }) => setLocal(target.value)}
            slotProps={{ inputLabel: { shrink: true } }}
            sx={{ ml: 8, mt: 1, mb: 2, maxWidth: 300 }}
          />
        )}
        {planned && corrects === null && (
          <div style={{ marginLeft: 32, marginBottom: 8 }}>
            <FormControlLabel
              control={<Checkbox checked={announced} onChange={({ target }) => setAnnounced(target.checked)} />}
              label={translate('room.publication.announce')}
            />
            <FormHelperText sx={{ mt: 0 }}>{translate('room.publication.announceHelp')}</FormHelperText>
          </div>
        )}
        <FormControlLabel value="NOW" control={<Radio />} label={translate('room.publication.atOnce')} />
      </RadioGroup>
      {corrects && (
        <TextField
          label={translate('room.publication.reason', { corrects })}
          helperText={translate('room.publication.reasonHelp')}
          required
          multiline
          minRows={2}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
          slotProps={{ htmlInput: { maxLength: 5000 } }}
          sx={{ mt: 5 }}
        />
      )}
      {corrects && <OwnReasons editionId={edition.id} reasons={reasons} setReasons={setReasons} />}
    </ConfirmDialog>
  );
};
