import { Box, Button, Paper } from '@mui/material';
import { useState } from 'react';
import { useFormat } from '../kernel/format.ts';
import { BulkDialog } from './BulkDialog.tsx';
import type { Grid } from './grid.graphql.ts';
import { MoveDialog } from './MoveDialog.tsx';
import { DuplicateCriteria, RemoveCriteria } from './outline.graphql.ts';
import type { Editor } from './useEditor.ts';
import { readOf, type Tree } from './useTree.ts';

interface BulkBarProps {
  readonly grid: Grid;
  readonly tree: Tree;
  readonly editor: Editor;
}

/** What can be done with the criteria that are chosen, all at once; what they are worth together. */
export const BulkBar = ({ grid, tree, editor }: BulkBarProps) => {
  const format = useFormat();
  const [open, setOpen] = useState<'edit' | 'move' | null>(null);
  const count = tree.chosen.size;
  if (count === 0 || !tree.editable) return null;
  const units = [...tree.chosen].reduce((sum, id) => sum + (tree.figures.units.get(id) ?? 0), 0);
  const criteria = readOf(grid, tree.chosen);
  const say = (key: string) => tree.t(`room.editor.${key}`, { smart_count: count });
  return (
    <Paper
      elevation={4}
      role="region"
      aria-label={tree.t('room.editor.chosenLabel')}
      sx={{
        position: 'sticky',
        bottom: 12,
        zIndex: 3,
        mt: 3,
        px: 4,
        py: 3,
        display: 'flex',
        flexWrap: 'wrap',
        gap: 2,
        alignItems: 'center',
      }}
    >
      <Box sx={{ flex: '1 1 200px', fontSize: '0.875rem' }} role="status">
        <strong>{say('chosen')}</strong> ·{' '}
        {tree.t('room.editor.chosenShare', { share: format.percent(units / 10_000, 2) })}
      </Box>
      <Button variant="contained" onClick={() => setOpen('edit')}>
        {tree.t('room.editor.bulk')}
      </Button>
      <Button variant="outlined" onClick={() => setOpen('move')}>
        {tree.t('room.editor.move')}
      </Button>
      <Button
        variant="outlined"
        onClick={() => editor.apply(say('saidDuplicated'), DuplicateCriteria, { ids: criteria.map(({ id }) => id) })}
      >
        {tree.t('room.editor.duplicate')}
      </Button>
      <Button
        variant="outlined"
        color="error"
        onClick={() => editor.apply(say('saidRemoved'), RemoveCriteria, { criteria })}
      >
        {tree.t('ra.action.delete')}
      </Button>
      <Button color="inherit" onClick={() => tree.chooseAll([])}>
        {tree.t('room.editor.chooseNone')}
      </Button>
      {open === 'edit' && <BulkDialog grid={grid} tree={tree} editor={editor} onClose={() => setOpen(null)} />}
      {open === 'move' && (
        <MoveDialog grid={grid} tree={tree} editor={editor} moved={tree.chosen} onClose={() => setOpen(null)} />
      )}
    </Paper>
  );
};
