import {
  DndContext,
  type DragEndEvent,
  DragOverlay,
  type DragStartEvent,
  PointerSensor,
  pointerWithin,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { Box, Paper } from '@mui/material';
import { useState } from 'react';
import { Tag } from '../kernel/chips.tsx';
import { Hidden } from '../kernel/Hidden.tsx';
import { dropped } from './dropped.ts';
import type { Grid } from './grid.graphql.ts';
import { useInForce } from './inForce.ts';
import { Marked } from './Marked.tsx';
import { foundElsewhere, type Row } from './rows.ts';
import { TreeRow } from './TreeRow.tsx';
import type { Editor } from './useEditor.ts';
import { nameOf, type Tree } from './useTree.ts';
import { useTreeKeys } from './useTreeKeys.ts';

interface GridTreeProps {
  readonly grid: Grid;
  readonly tree: Tree;
  readonly editor: Editor;
  readonly onSearch: () => void;
}

/** The grid as a tree: channel, step of the journey, criterion, each with its weight and what it is worth. */
export const GridTree = ({ grid, tree, editor, onSearch }: GridTreeProps) => {
  const press = useTreeKeys(tree, editor, onSearch);
  const [held, setHeld] = useState<Row | null>(null);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 200, tolerance: 6 } }),
  );
  const drop = async ({ active, over }: DragEndEvent) => {
    setHeld(null);
    const [from, to] = [active.data.current?.row as Row | undefined, over?.data.current?.row as Row | undefined];
    if (from && to) await dropped(grid, tree, editor, from, to);
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={pointerWithin}
      // The keys of the tree move lines, and its own live region says so: these words are for pointers.
      accessibility={{ screenReaderInstructions: { draggable: tree.t('room.editor.keysMove') }, announcements }}
      onDragStart={({ active }: DragStartEvent) => setHeld((active.data.current?.row as Row | undefined) ?? null)}
      onDragCancel={() => setHeld(null)}
      onDragEnd={drop}
    >
      <Box
        role="treegrid"
        aria-label={tree.t('room.editor.tree')}
        aria-multiselectable={tree.editable}
        onKeyDown={press}
      >
        <Heads tree={tree} />
        {tree.rows.map((row) => (
          <TreeRow key={row.id} row={row} tree={tree} q={tree.filters.q} more={<More row={row} tree={tree} />} />
        ))}
      </Box>
      <DragOverlay dropAnimation={null}>
        {held && (
          <Paper elevation={4} sx={{ px: 4, py: 2, fontSize: '0.875rem', display: 'inline-block', maxWidth: 420 }}>
            {nameOf(held)}
            {tree.chosen.has(held.id) && tree.chosen.size > 1 && ` (${tree.chosen.size})`}
          </Paper>
        )}
      </DragOverlay>
    </DndContext>
  );
};

/** What is said when a line is dropped is what was done with it, and the editor says it. */
const announcements = {
  onDragStart: () => undefined,
  onDragOver: () => undefined,
  onDragEnd: () => undefined,
  onDragCancel: () => undefined,
};

const Heads = ({ tree }: { readonly tree: Tree }) => (
  <Box
    role="row"
    sx={{
      display: 'grid',
      columnGap: 2,
      px: 3,
      py: 2,
      gridTemplateColumns: {
        xs: 'auto minmax(0, 1fr) 64px 64px 36px',
        md: 'auto minmax(0, 1fr) 72px 160px 72px 36px',
      },
      color: 'text.secondary',
      fontSize: '0.75rem',
      fontWeight: 600,
    }}
  >
    <Box component="span" role="columnheader">
      <Hidden>{tree.t('room.editor.choice')}</Hidden>
    </Box>
    <Box component="span" role="columnheader">
      {tree.t('room.editor.criterion')}
    </Box>
    <Box component="span" role="columnheader" sx={{ textAlign: 'right' }}>
      {tree.t('field.weight')}
    </Box>
    <Box component="span" role="columnheader" sx={{ display: { xs: 'none', md: 'block' } }}>
      {tree.t('room.editor.share')}
    </Box>
    <Box component="span" role="columnheader" sx={{ textAlign: 'right' }}>
      %<Hidden> {tree.t('room.editor.ofWhole')}</Hidden>
    </Box>
    <Box component="span" role="columnheader">
      <Hidden>{tree.t('room.editor.actions')}</Hidden>
    </Box>
  </Box>
);

/** What is particular to a line, in words, under its name. */
const More = ({ row, tree }: { readonly row: Row; readonly tree: Tree }) => {
  const { ofCriterion, ofChannel } = useInForce();
  if (row.kind === 'step') return null;
  const frames = row.kind === 'criterion' ? [...new Set(row.criterion.clauses.map(({ frame }) => frame.label))] : [];
  const words =
    row.kind === 'channel'
      ? [
          tree.t('room.grid.criteria', { smart_count: row.count }),
          ...(row.channel.optional
            ? [tree.t(row.channel.compared ? 'room.settings.inOverall' : 'room.grid.optional')]
            : []),
          ...ofChannel(row.channel),
        ]
      : ofCriterion(row.criterion, row.channel.criteria);
  const found = row.kind === 'criterion' && foundElsewhere(row.criterion, tree.filters.q);
  if (words.length + frames.length === 0 && !found) return null;
  return (
    <Box
      component="span"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        columnGap: 2,
        rowGap: 1,
        color: 'text.secondary',
        fontSize: '0.8125rem',
        fontWeight: 400,
      }}
    >
      {found && (
        <span>
          <Marked text={found} q={tree.filters.q} />
        </span>
      )}
      {words.length > 0 && <span>{words.join(' · ')}</span>}
      {frames.map((frame) => (
        <Box component="span" key={frame} sx={{ display: { xs: 'none', md: 'inline-flex' } }}>
          <Tag label={frame} />
        </Box>
      ))}
    </Box>
  );
};
