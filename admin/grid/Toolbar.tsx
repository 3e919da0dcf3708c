import Redo from '@mui/icons-material/Redo';
import Undo from '@mui/icons-material/Undo';
import UnfoldLess from '@mui/icons-material/UnfoldLess';
import UnfoldMore from '@mui/icons-material/UnfoldMore';
import { Box, Button, IconButton, MenuItem, TextField, Tooltip, useMediaQuery } from '@mui/material';
import { type RefObject, useState } from 'react';
import { enums } from '../kernel/i18n/fr.enums.ts';
import type { Grid } from './grid.graphql.ts';
import { type Filters, frameKey, isFiltering, noFilters, onlies } from './rows.ts';
import type { Editor } from './useEditor.ts';
import type { Tree } from './useTree.ts';

interface ToolbarProps {
  readonly grid: Grid;
  readonly tree: Tree;
  readonly editor: Editor;
  readonly search: RefObject<HTMLInputElement | null>;
}

/** Finds criteria among many, and takes changes back. */
export const Toolbar = ({ grid, tree, editor, search }: ToolbarProps) => {
  const { filters, filter, t } = tree;
  const small = useMediaQuery('(max-width: 600px)');
  const [open, setOpen] = useState(false);
  const total = grid.channels.reduce((sum, { criteria }) => sum + criteria.length, 0);
  const found = tree.rows.reduce((sum, row) => sum + (row.kind === 'channel' ? row.count : 0), 0);
  return (
    <Box role="search" sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', px: 3, py: 3 }}>
      <TextField
        inputRef={search}
        size="small"
        hiddenLabel
        placeholder={t('room.editor.search')}
        value={filters.q}
        onChange={({ target }) => filter({ ...filters, q: target.value })}
        onKeyDown={(event) => {
          if (event.key === 'Escape') filter({ ...filters, q: '' });
          if (event.key === 'ArrowDown' || event.key === 'Enter') {
            event.preventDefault();
            const first = tree.rows.find(({ kind }) => kind === 'criterion');
            if (first) tree.focus(first.id, true);
          }
        }}
        slotProps={{ htmlInput: { 'aria-label': t('room.editor.search'), type: 'search' } }}
        sx={{ flex: '1 1 220px', maxWidth: { sm: 320 } }}
      />
      {small && (
        <Button aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('room.editor.filters')}
        </Button>
      )}
      {(!small || open) && <AllChoices grid={grid} tree={tree} />}
      {isFiltering(filters) && <Button onClick={() => filter(noFilters)}>{t('room.editor.filtersClear')}</Button>}
      <Box role="status" sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
        {t(isFiltering(filters) ? 'room.editor.found' : 'room.grid.criteria', { found, total, smart_count: total })}
      </Box>
      <Box sx={{ display: 'flex', ml: 'auto' }}>
        <Fold tree={tree} />
        {tree.editable && <History tree={tree} editor={editor} />}
      </Box>
    </Box>
  );
};

const AllChoices = ({ grid, tree }: Pick<ToolbarProps, 'grid' | 'tree'>) => {
  const { t } = tree;
  return (
    <>
      <Choices tree={tree} of="channel" all={grid.channels.map(({ id, label }) => [id, label])} />
      <Choices tree={tree} of="step" all={grid.steps.map(({ id, label }) => [id, label])} />
      <Choices
        tree={tree}
        of="kind"
        all={Object.keys(enums.CriterionKind).map((id) => [id, t(`enum.CriterionKind.${id}`)])}
      />
      <Choices tree={tree} of="frame" all={framesOf(grid)} />
      <Choices tree={tree} of="only" all={onlies.map((id) => [id, t(`room.editor.only.${id}`)])} />
    </>
  );
};

const Choices = (props: {
  readonly tree: Tree;
  readonly of: keyof Filters;
  readonly all: readonly (readonly [string, string])[];
}) => {
  const { tree, of, all } = props;
  if (all.length === 0) return null;
  return (
    <TextField
      select
      size="small"
      label={tree.t(`room.editor.filter.${of}`)}
      slotProps={{ select: { displayEmpty: true } }}
      value={tree.filters[of]}
      onChange={({ target }) => tree.filter({ ...tree.filters, [of]: target.value })}
      sx={{ width: { xs: 'calc(50% - 4px)', sm: 132 } }}
    >
      <MenuItem value="">{tree.t('room.editor.all')}</MenuItem>
      {all.map(([id, label]) => (
        <MenuItem key={id} value={id}>
          {label}
        </MenuItem>
      ))}
    </TextField>
  );
};

const Fold = ({ tree }: { readonly tree: Tree }) => {
  const folded = tree.folded.size > 0;
  const words = tree.t(folded ? 'room.editor.unfoldAll' : 'room.editor.foldAll');
  return (
    <Tooltip title={words}>
      <IconButton aria-label={words} onClick={() => tree.foldAll(!folded)}>
        {folded ? <UnfoldMore /> : <UnfoldLess />}
      </IconButton>
    </Tooltip>
  );
};

const History = ({ tree, editor }: { readonly tree: Tree; readonly editor: Editor }) => {
  const button = (what: 'undo' | 'redo', last: string | null, Icon: typeof Undo) => {
    const words = last ? tree.t(`room.editor.${what}What`, { what: last }) : tree.t(`room.editor.${what}`);
    return (
      <Tooltip title={`${words} (Ctrl + ${what === 'undo' ? 'Z' : 'Y'})`}>
        <span>
          <IconButton aria-label={words} disabled={last === null || editor.busy} onClick={() => editor[what]()}>
            <Icon />
          </IconButton>
        </span>
      </Tooltip>
    );
  };
  return (
    <>
      {button('undo', editor.undoable, Undo)}
      {button('redo', editor.redoable, Redo)}
    </>
  );
};

/** The frames that criteria of the grid serve, each in its version. */
function framesOf(grid: Grid): (readonly [string, string])[] {
  const frames = grid.channels.flatMap(({ criteria }) =>
    criteria.flatMap(({ clauses }) =>
      clauses.map(({ frame }) => [frameKey(frame), `${frame.label} · ${frame.release}`] as const),
    ),
  );
  return [...new Map(frames)].sort(([, a], [, b]) => a.localeCompare(b, 'fr'));
}
