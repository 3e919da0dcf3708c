import SwapHorizOutlined from '@mui/icons-material/SwapHorizOutlined';
import { Alert, Box, Button, Typography } from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { codeIn, run } from '../kernel/api.ts';
import { useFormat } from '../kernel/format.ts';
import { ConfirmDialog } from '../kernel/record/ConfirmDialog.tsx';
import { useUndoable } from '../kernel/record/useUndo.tsx';
import { Loading } from '../kernel/states.tsx';
import { MergeTable } from './MergeTable.tsx';
import { MergePreview, MergeStructures } from './territory.graphql.ts';

interface MergeDialogProps {
  /** The two structures; the first stays until people swap them. */
  readonly ids: readonly [string, string];
  readonly onClose: () => void;
  /** What follows: the identifier of the one that stayed. */
  readonly onMerged: (id: string) => void;
}

/** Says what merging two structures would do, and asks. It can be undone afterwards. */
export const MergeDialog = ({ ids, onClose, onMerged }: MergeDialogProps) => {
  const translate = useTranslate();
  const client = useQueryClient();
  const undoable = useUndoable();
  const [swapped, setSwapped] = useState(false);
  const [keepId, dropId] = swapped ? [ids[1], ids[0]] : ids;
  const { data, error, isPending } = useQuery({
    queryKey: ['structure', 'merge', keepId, dropId],
    queryFn: ({ signal }) => run(MergePreview, { keepId, dropId }, signal),
    gcTime: 0,
    retry: false,
  });
  const preview = data?.mergePreview;
  const merge = useMutation({
    mutationFn: (hash: string) => run(MergeStructures, { keepId, dropId, hash }),
    onSuccess: async ({ mergeStructures: { act, structure } }) => {
      undoable(translate('room.duplicate.merged', { name: structure.name }), [act]);
      onMerged(structure.id);
      await client.invalidateQueries();
    },
  });
  const refusal = merge.error ?? error;
  return (
    <ConfirmDialog
      open
      wide
      title={translate('room.duplicate.mergeTitle')}
      action={translate('room.duplicate.mergeAction', { name: preview?.keep.name ?? '' })}
      pending={merge.isPending}
      disabled={!preview || preview.clashes.length > 0}
      refusal={refusal ? translate(`refusal.${codeIn(refusal)}`) : null}
      onCancel={onClose}
      onConfirm={() => preview && merge.mutate(preview.hash)}
    >
      <Typography sx={{ mb: 3 }}>{translate('room.duplicate.mergeMore')}</Typography>
      <Button
        size="small"
        variant="outlined"
        color="inherit"
        startIcon={<SwapHorizOutlined />}
        onClick={() => setSwapped(!swapped)}
        sx={{ mb: 3 }}
      >
        {translate('room.duplicate.swap')}
      </Button>
      {isPending && <Loading />}
      {preview && (
        <>
          <Clashes clashes={preview.clashes} />
          <MergeTable preview={preview} />
          <Moves moves={preview.moves} />
        </>
      )}
    </ConfirmDialog>
  );
};

/** What stands against the merge, with the years of the editions. */
const Clashes = ({ clashes }: { readonly clashes: readonly { noun: string; years: readonly number[] }[] }) => {
  const translate = useTranslate();
  const format = useFormat();
  return clashes.map(({ noun, years }) => (
    <Alert key={noun} severity="error" sx={{ mb: 3 }}>
      {noun === 'enrolment'
        ? translate('room.duplicate.clash', { smart_count: years.length, years: format.list(years.map(String)) })
        : translate('room.duplicate.clashOther', {
            noun: translate(`noun.${noun}`, { smart_count: 2, _: noun }),
          })}
    </Alert>
  ));
};

/** What will follow the structure that stays. */
const Moves = ({ moves }: { readonly moves: readonly { noun: string; count: number }[] }) => {
  const translate = useTranslate();
  const format = useFormat();
  if (moves.length === 0)
    return <Typography sx={{ mt: 3, color: 'text.secondary' }}>{translate('room.duplicate.noMoves')}</Typography>;
  return (
    <Box sx={{ mt: 3 }}>
      {translate('room.duplicate.moves')}
      <Box component="ul" sx={{ m: 0, mt: 1, pl: 5 }}>
        {moves.map(({ noun, count }) => (
          <li key={noun}>
            {format.number(count)}{' '}
            {translate(noun === 'structure' ? 'room.duplicate.sites' : `room.duplicate.moved.${noun}`, {
              smart_count: count,
              _: translate(`noun.${noun}`, { smart_count: count, _: noun }),
            })}
          </li>
        ))}
      </Box>
    </Box>
  );
};
