import Add from '@mui/icons-material/Add';
import PhoneIphone from '@mui/icons-material/PhoneIphone';
import { Box, Button, Card, Menu, MenuItem } from '@mui/material';
import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { type Addable, AddDialog } from './AddDialog.tsx';
import { AskedOf } from './AskedOf.tsx';
import { BulkBar } from './BulkBar.tsx';
import { FormPreview } from './FormPreview.tsx';
import { GridTree } from './GridTree.tsx';
import type { Grid } from './grid.graphql.ts';
import { isFiltering } from './rows.ts';
import { Said } from './Said.tsx';
import { ShortcutLine } from './ShortcutLine.tsx';
import { Toolbar } from './Toolbar.tsx';
import { useEditor } from './useEditor.ts';
import { type Asked, type Tree, useTree } from './useTree.ts';

/** The grid in hand: found, weighed, ordered, corrected and taken back, by mouse, by thumb or by keys alone. */
export const GridEditor = ({ grid, editable }: { readonly grid: Grid; readonly editable: boolean }) => {
  const editor = useEditor();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [adding, setAdding] = useState<Addable | null>(null);
  const [previewing, setPreviewing] = useState<string | true | null>(null);
  const search = useRef<HTMLInputElement>(null);
  const tree = useTree(grid, editable, editor, setAsked);
  useLinked(grid, tree, setAsked);
  const row = tree.rows.find(({ id }) => id === tree.active);
  return (
    <>
      <Said editor={editor} grid={grid} raised={tree.chosen.size > 0} quiet={busyWith(asked) || adding !== null} />
      <Card component="section" aria-label={tree.t('room.editor.tree')} sx={{ overflow: 'visible' }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, px: 3, pt: 4, justifyContent: 'flex-end' }}>
          {editable && <AddButton tree={tree} onAdd={setAdding} />}
          <Button variant="outlined" startIcon={<PhoneIphone />} onClick={() => setPreviewing(row?.channel.id ?? true)}>
            {tree.t('room.editor.preview')}
          </Button>
        </Box>
        <Toolbar grid={grid} tree={tree} editor={editor} search={search} />
        {tree.rows.length === 0 && isFiltering(tree.filters) ? (
          <Box sx={{ px: 5, py: 8, textAlign: 'center', color: 'text.secondary' }}>{tree.t('room.editor.nothing')}</Box>
        ) : (
          <GridTree grid={grid} tree={tree} editor={editor} onSearch={() => search.current?.focus()} />
        )}
        <ShortcutLine tree={tree} />
      </Card>
      <BulkBar grid={grid} tree={tree} editor={editor} />
      {adding && (
        <AddDialog what={adding} grid={grid} tree={tree} editor={editor} after={row} onClose={() => setAdding(null)} />
      )}
      {previewing && (
        <FormPreview
          grid={grid}
          channelId={previewing === true ? undefined : previewing}
          onClose={() => setPreviewing(null)}
        />
      )}
      {asked && (
        <AskedOf
          asked={asked}
          grid={grid}
          tree={tree}
          editor={editor}
          onPreview={() => setPreviewing(asked.row.channel.id)}
          onClose={() => {
            setAsked(null);
            if (asked.what !== 'menu') tree.focus(asked.row.id, true);
          }}
        />
      )}
    </>
  );
};

/** Whether what was asked for on a line is a dialog that has its own refusals. */
const busyWith = (asked: Asked | null): boolean => asked !== null && asked.what !== 'menu';

const AddButton = ({ tree, onAdd }: { readonly tree: Tree; readonly onAdd: (what: Addable) => void }) => {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <Button
        variant="contained"
        startIcon={<Add />}
        aria-haspopup="menu"
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        {tree.t('room.editor.add.button')}
      </Button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {(['criterion', 'channel', 'step'] as const).map((what) => (
          <MenuItem
            key={what}
            onClick={() => {
              setAnchor(null);
              onAdd(what);
            }}
          >
            {tree.t(`room.editor.add.${what}`)}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
};

/** A criterion that the address names is opened, once: so its page, and links of the history, lead here. */
function useLinked(grid: Grid, tree: Tree, ask: (asked: Asked) => void): void {
  const [parameters, setParameters] = useSearchParams();
  const wanted = parameters.get('criterion');
  const latest = useRef({ tree, ask });
  latest.current = { tree, ask };
  useEffect(() => {
    if (!wanted || !grid) return;
    const row = latest.current.tree.rows.find(({ id }) => id === wanted);
    if (row) latest.current.ask({ what: 'open', row });
    setParameters({}, { replace: true });
  }, [wanted, grid, setParameters]);
}
