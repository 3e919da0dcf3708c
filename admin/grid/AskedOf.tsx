import { useEffect, useRef } from 'react';
import { AddDialog } from './AddDialog.tsx';
import { ChannelDialog } from './ChannelDialog.tsx';
import { CriterionPanel } from './CriterionPanel.tsx';
import type { Grid } from './grid.graphql.ts';
import { MoveDialog } from './MoveDialog.tsx';
import { RemoveChannel, RemoveCriteria } from './outline.graphql.ts';
import { RowMenu } from './RowMenu.tsx';
import type { Row } from './rows.ts';
import { RemoveStepDialog, StepDialog } from './StepDialog.tsx';
import type { Editor } from './useEditor.ts';
import { type Asked, asRead, nameOf, readOf, type Tree } from './useTree.ts';

interface AskedProps {
  readonly asked: Asked;
  readonly grid: Grid;
  readonly tree: Tree;
  readonly editor: Editor;
  readonly onPreview: () => void;
  readonly onClose: () => void;
}

/** The menu, the panel or the dialog that was asked for on a line. The line is read again: it may have changed. */
export const AskedOf = ({ asked, onPreview, ...props }: AskedProps) => {
  const { grid, tree, editor, onClose } = props;
  const row = tree.rows.find(({ id }) => id === asked.row.id) ?? asked.row;
  switch (asked.what) {
    case 'menu':
      return (
        <RowMenu row={row} anchor={asked.anchor} tree={tree} editor={editor} onPreview={onPreview} onClose={onClose} />
      );
    case 'add':
      return <AddDialog {...props} what="criterion" after={row} />;
    case 'move':
      return <MoveDialog {...props} moved={new Set([row.id])} />;
    case 'remove':
      if (row.kind === 'step') return <RemoveStepDialog {...props} step={row.step} />;
      return <Remove {...props} row={row} />;
    default:
      if (row.kind === 'criterion')
        return <CriterionPanel {...props} channel={row.channel} criterion={row.criterion} />;
      if (!tree.editable) return <Nothing onClose={onClose} />;
      return row.kind === 'channel' ? (
        <ChannelDialog grid={grid} channel={row.channel} editor={editor} onClose={onClose} />
      ) : (
        <StepDialog {...props} step={row.step} />
      );
  }
};

/** A removal is done at once, and taken back from where it is said: nothing is asked. */
const Remove = ({
  grid,
  tree,
  editor,
  row,
  onClose,
}: Omit<AskedProps, 'asked' | 'onPreview'> & { readonly row: Row }) => {
  const done = useRef(false);
  useEffect(() => {
    if (done.current) return;
    done.current = true;
    const at = tree.rows.findIndex(({ id }) => id === row.id);
    const chosen = tree.chosen.has(row.id) ? tree.chosen : new Set([row.id]);
    const next = tree.rows.slice(at + 1).find(({ id }) => !chosen.has(id)) ?? tree.rows[at - 1];
    const said = tree.t('room.editor.saidRemoved', {
      label: nameOf(row),
      smart_count: row.kind === 'criterion' ? chosen.size : 1,
    });
    const removal =
      row.kind === 'channel'
        ? editor.apply(said, RemoveChannel, { channel: asRead(row.channel) })
        : editor.apply(said, RemoveCriteria, { criteria: readOf(grid, chosen) });
    onClose();
    void removal.then((left) => left && next && tree.focus(next.id, true));
  }, [grid, tree, editor, row, onClose]);
  return null;
};

/** A line that has nothing to open. */
const Nothing = ({ onClose }: { readonly onClose: () => void }) => {
  useEffect(onClose, [onClose]);
  return null;
};
