import { Box, TextField, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { EditionInForce } from '../kernel/edition.tsx';
import { ConfirmDialog } from '../kernel/record/ConfirmDialog.tsx';
import { ChannelPolicies } from './ChannelPolicies.tsx';
import { CriterionPolicies } from './CriterionPolicies.tsx';
import { PolicyEffect } from './PolicyEffect.tsx';
import { usePolicyChoice } from './usePolicyChoice.ts';
import type { ChosenPolicy, GridRules } from './workshop.graphql.ts';

interface PolicyDialogProps {
  readonly edition: EditionInForce;
  readonly grid: GridRules;
  readonly latest: ChosenPolicy | null;
  readonly onClose: () => void;
}

/** Writes a policy, shows what it would change, asks why, then makes it the one in force. */
export const PolicyDialog = ({ edition, grid, latest, onClose }: PolicyDialogProps) => {
  const translate = useTranslate();
  const choice = usePolicyChoice(edition.id, grid, latest, onClose);
  const { draft, change, motive, setMotive, already, refusal, faults } = choice;
  return (
    <ConfirmDialog
      open
      wide
      title={translate('room.policy.dialog', { year: edition.year })}
      action={translate('room.policy.confirm')}
      pending={choice.isPending}
      disabled={!choice.ready || already}
      refusal={refusal ? [translate(`refusal.${refusal}`), ...faults].join(' ') : null}
      onCancel={onClose}
      onConfirm={choice.choose}
    >
      <Box sx={{ display: 'grid', gap: 5, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <Typography sx={{ fontSize: '0.875rem' }}>{translate('room.policy.consequence')}</Typography>
        <ChannelPolicies grid={grid} draft={draft} onChange={change} />
        <CriterionPolicies grid={grid} draft={draft} onChange={change} />
        <PolicyEffect effect={choice.effect} reading={choice.reading} already={already} />
        <TextField
          label={translate('room.policy.motive')}
          required
          multiline
          minRows={2}
          value={motive}
          onChange={({ target }) => setMotive(target.value)}
          helperText={translate('room.policy.motiveHelp')}
          slotProps={{ htmlInput: { maxLength: 5000 } }}
        />
      </Box>
    </ConfirmDialog>
  );
};
