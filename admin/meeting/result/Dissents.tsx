import { Box, Button, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ConfirmDialog } from '../../kernel/record/ConfirmDialog.tsx';
import { useAct } from '../../kernel/useAct.ts';
import { useKept } from '../../kernel/useKept.ts';
import { Dissent, type Item, type Meeting, type Result } from '../meeting.graphql.ts';

interface Said {
  readonly name: string;
  readonly text: string;
}

/** What jurors hold against what was decided, for the minutes; until it is recorded, one may add one's own. */
export const Dissents = ({
  item,
  result,
  meeting,
}: {
  readonly item: Item;
  readonly result: Result;
  readonly meeting: Meeting;
}) => {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  const dissents = result.dissents as readonly Said[];
  const there = item.seats?.find(({ id }) => id === meeting.me?.id)?.state === 'PRESENT';
  const may = item.state === 'COUNTED' && there;
  if (dissents.length === 0 && !may) return null;
  return (
    <Box sx={{ mt: 4 }}>
      {dissents.map(({ name, text }) => (
        <Typography key={name} sx={{ mb: 2 }}>
          <strong>{translate('result.dissentOf', { name })}</strong> {text}
        </Typography>
      ))}
      {may && (
        <Button variant="outlined" sx={{ minHeight: 44 }} onClick={() => setOpen(true)}>
          {translate('result.dissent')}
        </Button>
      )}
      {open && <DissentDialog item={item} onClose={() => setOpen(false)} />}
    </Box>
  );
};

const DissentDialog = ({ item, onClose }: { readonly item: Item; readonly onClose: () => void }) => {
  const translate = useTranslate();
  const { act, pending, refusal } = useAct(['meeting']);
  const kept = useKept(`dissent.${item.id}`, '');
  const save = async () => {
    if (!(await act(Dissent, { id: item.id, text: kept.value.trim() }))) return;
    kept.forget();
    onClose();
  };
  return (
    <ConfirmDialog
      open
      title={translate('result.dissent')}
      action={translate('result.dissentAction')}
      pending={pending}
      disabled={kept.value.trim() === ''}
      refusal={refusal}
      onCancel={onClose}
      onConfirm={() => void save()}
    >
      <Typography sx={{ mb: 4 }}>{translate('result.dissentMore')}</Typography>
      <TextField
        label={translate('result.dissentText')}
        multiline
        minRows={3}
        value={kept.value}
        onChange={({ target }) => kept.set(target.value)}
      />
    </ConfirmDialog>
  );
};
