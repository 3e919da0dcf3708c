import { useDraggable, useDroppable } from '@dnd-kit/core';
import ChevronRight from '@mui/icons-material/ChevronRight';
import DragIndicator from '@mui/icons-material/DragIndicator';
import MoreVert from '@mui/icons-material/MoreVert';
import { Box, Checkbox, IconButton } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Marked } from './Marked.tsx';
import type { Row } from './rows.ts';
import { nameOf, type Tree } from './useTree.ts';
import { Worthwhile } from './Worthwhile.tsx';

const LEVEL = { channel: 1, step: 2, criterion: 3 } as const;

interface TreeRowProps {
  readonly row: Row;
  readonly tree: Tree;
  /** What stands under the name: what is particular to it, in words. */
  readonly more: ReactNode;
  readonly q: string;
}

/** One line of the tree: a channel, a step of it, or a criterion, with what it weighs and what that is worth. */
export const TreeRow = ({ row, tree, more, q }: TreeRowProps) => {
  const { kind, id } = row;
  const active = tree.active === id;
  const chosen = tree.chosen.has(id);
  const drag = useDraggable({ id, disabled: !tree.editable || kind === 'step', data: { row } });
  const drop = useDroppable({ id: `on ${id}`, disabled: !tree.editable, data: { row } });
  const name = nameOf(row);
  return (
    <Box
      ref={drop.setNodeRef}
      role="row"
      id={`row-${id}`}
      data-row={id}
      aria-level={LEVEL[kind]}
      aria-expanded={kind === 'criterion' ? undefined : !tree.folded.has(id)}
      aria-selected={kind === 'criterion' ? chosen : undefined}
      tabIndex={active ? 0 : -1}
      onFocus={({ target, currentTarget }) => target === currentTarget && tree.focus(id)}
      onClick={() => tree.focus(id)}
      onDoubleClick={() => tree.open(row)}
      sx={({ palette }) => ({
        display: 'grid',
        alignItems: 'center',
        columnGap: 2,
        minHeight: kind === 'channel' ? 48 : 40,
        px: 3,
        gridTemplateColumns: {
          xs: 'auto minmax(0, 1fr) 64px 64px 36px',
          md: `auto minmax(0, 1fr) 72px 160px 72px 36px`,
        },
        borderTop: kind === 'channel' ? 1 : 0,
        borderColor: 'divider',
        fontSize: '0.875rem',
        fontWeight: kind === 'channel' ? 650 : 400,
        bgcolor: chosen ? 'action.selected' : kind === 'channel' ? 'background.default' : 'transparent',
        opacity: drag.isDragging ? 0.4 : 1,
        boxShadow: drop.isOver && !drag.isDragging ? `inset 0 -2px ${palette.primary.main}` : 'none',
        scrollMarginTop: 140,
        scrollMarginBottom: 90,
        '&:hover': { bgcolor: chosen ? 'action.selected' : 'action.hover' },
        '&:focus-visible': { outline: `2px solid ${palette.primary.main}`, outlineOffset: -2 },
      })}
    >
      <Box
        role="gridcell"
        sx={{
          display: 'flex',
          alignItems: 'center',
          pl: { xs: 0, md: kind === 'criterion' ? 5 : kind === 'step' ? 2 : 0 },
        }}
      >
        {tree.editable && kind !== 'step' && <Handle drag={drag} label={name} />}
        {kind === 'criterion' ? tree.editable && <Choose row={row} tree={tree} /> : <Fold row={row} tree={tree} />}
      </Box>
      <Box
        role="gridcell"
        sx={{
          py: 1,
          overflowWrap: 'anywhere',
          ...(kind === 'step' ? { color: 'text.secondary', fontWeight: 600, fontSize: '0.8125rem' } : {}),
        }}
      >
        <Marked text={name} q={kind === 'criterion' ? q : ''} />
        {more}
      </Box>
      <Worthwhile row={row} tree={tree} />
      <Box role="gridcell">
        <IconButton
          size="small"
          tabIndex={active ? 0 : -1}
          aria-label={tree.t('room.editor.moreOf', { label: name })}
          aria-haspopup="menu"
          onClick={(event) => {
            event.stopPropagation();
            tree.menu(row, event.currentTarget);
          }}
        >
          <MoreVert fontSize="small" />
        </IconButton>
      </Box>
    </Box>
  );
};

const Handle = ({ drag, label }: { readonly drag: ReturnType<typeof useDraggable>; readonly label: string }) => {
  const translate = useTranslate();
  return (
    <Box
      component="span"
      ref={drag.setActivatorNodeRef}
      {...drag.listeners}
      title={translate('room.editor.drag', { label })}
      sx={{
        display: { xs: 'none', sm: 'flex' },
        cursor: 'grab',
        color: 'text.secondary',
        opacity: 0.35,
        touchAction: 'none',
        '[role=row]:hover &, [role=row]:focus-within &': { opacity: 1 },
      }}
    >
      <DragIndicator aria-hidden fontSize="small" ref={drag.setNodeRef as never} />
    </Box>
  );
};

const Choose = ({ row, tree }: { readonly row: Row; readonly tree: Tree }) => (
  <Checkbox
    size="small"
    checked={tree.chosen.has(row.id)}
    onClick={(event) => {
      event.stopPropagation();
      tree.choose(row.id, event.shiftKey);
    }}
    slotProps={{
      input: {
        tabIndex: tree.active === row.id ? 0 : -1,
        'aria-label': tree.t('room.editor.choose', { label: nameOf(row) }),
        readOnly: true,
      },
    }}
    sx={{ p: 1 }}
  />
);

const Fold = ({ row, tree }: { readonly row: Row; readonly tree: Tree }) => (
  <IconButton
    size="small"
    tabIndex={-1}
    aria-label={tree.t(tree.folded.has(row.id) ? 'room.editor.unfold' : 'room.editor.fold', { label: nameOf(row) })}
    onClick={(event) => {
      event.stopPropagation();
      tree.fold(row.id);
    }}
  >
    <ChevronRight
      fontSize="small"
      sx={{ transform: tree.folded.has(row.id) ? 'none' : 'rotate(90deg)', transition: 'transform 120ms' }}
    />
  </IconButton>
);
