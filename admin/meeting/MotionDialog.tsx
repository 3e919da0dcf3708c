import { Box, Checkbox, FormControlLabel, TextField, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Who } from '../kernel/count/Who.tsx';
import { ConfirmDialog } from '../kernel/record/ConfirmDialog.tsx';
import { useAct } from '../kernel/useAct.ts';
import { useKept } from '../kernel/useKept.ts';
import { standing } from './item.ts';
import { type Item, MoveMotion } from './meeting.graphql.ts';

const nothing = { codes: [] as readonly string[], nobody: false, motive: '' };

/** Moves that the award go elsewhere than the ranking puts it: to whom, and why. */
export const MotionDialog = ({ item, onClose }: { readonly item: Item; readonly onClose: () => void }) => {
  const translate = useTranslate();
  const { act, pending, refusal } = useAct(['meeting']);
  const kept = useKept(`motion.${item.id}`, nothing);
  const { codes, nobody, motive } = kept.value;
  const move = async () => {
    const input = { id: item.id, codes: nobody ? [] : [...codes], motive: motive.trim() };
    if (!(await act(MoveMotion, input))) return;
    kept.forget();
    onClose();
  };
  const toggle = (code: string) => (codes.includes(code) ? codes.filter((each) => each !== code) : [...codes, code]);
  return (
    <ConfirmDialog
      open
      title={translate('motion.title')}
      action={translate('motion.action')}
      pending={pending}
      disabled={motive.trim() === '' || (!nobody && codes.length === 0)}
      refusal={refusal}
      onCancel={onClose}
      onConfirm={() => void move()}
    >
      <Typography sx={{ mb: 3 }}>{translate('motion.more')}</Typography>
      <Box component="fieldset" sx={{ border: 0, m: 0, p: 0, mb: 4, display: 'grid' }}>
        <Box component="legend" sx={{ p: 0, mb: 1, fontWeight: 650 }}>
          {translate('motion.toWhom')}
        </Box>
        {standing(item).map((candidate) => (
          <FormControlLabel
            key={candidate.code}
            sx={{ minHeight: 48 }}
            control={
              <Checkbox
                checked={!nobody && codes.includes(candidate.code)}
                onChange={() => kept.set({ ...kept.value, nobody: false, codes: toggle(candidate.code) })}
              />
            }
            label={<Who of={candidate} />}
          />
        ))}
        <FormControlLabel
          sx={{ minHeight: 48 }}
          control={
            <Checkbox checked={nobody} onChange={() => kept.set({ ...kept.value, nobody: !nobody, codes: [] })} />
          }
          label={translate('motion.nobody')}
        />
      </Box>
      <TextField
        label={translate('motion.motive')}
        required
        multiline
        minRows={3}
        value={motive}
        onChange={({ target }) => kept.set({ ...kept.value, motive: target.value })}
      />
    </ConfirmDialog>
  );
};
