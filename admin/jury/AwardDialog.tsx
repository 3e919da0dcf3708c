import { Box, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { ConfirmDialog } from '../kernel/record/ConfirmDialog.tsx';
import { Counted } from './Counted.tsx';
import { type Case, isFree } from './cases.ts';
import { LaureateChoice } from './LaureateChoice.tsx';
import { useAward } from './useAward.ts';

interface AwardDialogProps {
  readonly of: Case;
  readonly editionId: string;
  readonly onClose: () => void;
}

/** Decides one trophy: the ranking's first by default; another choice, or none, needs its motive. */
export const AwardDialog = ({ of, editionId, onClose }: AwardDialogProps) => {
  const translate = useTranslate();
  const free = isFree(of.prize);
  const { choice, change, departs, laureates, names, toWrite, ready, award, isPending, refusal } = useAward(
    of,
    editionId,
    onClose,
  );
  return (
    <ConfirmDialog
      open
      title={translate('room.award.dialog', { category: of.award.label })}
      action={
        choice.way === 'none'
          ? translate('room.award.doLeave')
          : translate('room.award.doAward', { names: names.length > 0 ? names : '…' })
      }
      pending={isPending}
      disabled={!ready}
      refusal={refusal ? translate(`refusal.${refusal}`) : null}
      onCancel={onClose}
      onConfirm={award}
    >
      <Box sx={{ display: 'grid', gap: 5 }}>
        <LaureateChoice of={of} choice={choice} onChange={change} />
        {of.award.mentionAllowed &&
          laureates.map(({ id, name }) => (
            <TextField
              key={id}
              label={translate('room.award.mention', { name })}
              helperText={translate('room.award.mentionHelp')}
              value={choice.mentions[id] ?? ''}
              onChange={({ target }) => change({ mentions: { ...choice.mentions, [id]: target.value } })}
              slotProps={{ htmlInput: { maxLength: 200 } }}
            />
          ))}
        {departs && (
          <Counted
            label={translate(free ? 'room.award.motiveFree' : 'room.award.motive')}
            help={translate('room.award.motiveHelp')}
            value={choice.motive}
            onChange={(motive) => change({ motive })}
            required
          />
        )}
        {toWrite && (
          <Counted
            label={translate('room.award.point')}
            help={translate('room.award.pointHelp')}
            value={choice.point}
            onChange={(point) => change({ point })}
          />
        )}
      </Box>
    </ConfirmDialog>
  );
};
