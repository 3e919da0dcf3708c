import { ListItemText, Menu, MenuItem, Typography } from '@mui/material';
import { DuplicateCriteria } from './outline.graphql.ts';
import type { Row } from './rows.ts';
import type { Editor } from './useEditor.ts';
import { nameOf, type Tree } from './useTree.ts';

interface RowMenuProps {
  readonly row: Row;
  readonly anchor: HTMLElement;
  readonly tree: Tree;
  readonly editor: Editor;
  readonly onPreview: () => void;
  readonly onClose: () => void;
}

/** What can be done with a line, each with its key. */
export const RowMenu = ({ row, anchor, tree, editor, onPreview, onClose }: RowMenuProps) => {
  const label = nameOf(row);
  const item = (words: string, key: string, act: () => void) => (
    <MenuItem
      key={words}
      onClick={() => {
        onClose();
        act();
      }}
    >
      <ListItemText>{tree.t(`room.editor.menu.${words}`)}</ListItemText>
      <Typography variant="caption" sx={{ pl: 6, color: 'text.secondary' }}>
        {key}
      </Typography>
    </MenuItem>
  );
  const enter = tree.t('room.editor.key.enter');
  const edits = [
    item('up', 'Alt + ↑', () => tree.shift(row, false)),
    item('down', 'Alt + ↓', () => tree.shift(row, true)),
    item('add', 'Inser', () => tree.ask({ what: 'add', row })),
    ...(row.kind === 'criterion'
      ? [
          item('move', '', () => tree.ask({ what: 'move', row })),
          item('duplicate', '', () => {
            const said = tree.t('room.editor.saidDuplicated', { smart_count: 1, label });
            void editor.apply(said, DuplicateCriteria, { ids: [row.id] });
          }),
        ]
      : []),
    item('remove', tree.t('room.editor.key.delete'), () => tree.ask({ what: 'remove', row })),
  ];
  return (
    <Menu open anchorEl={anchor} onClose={onClose}>
      {(row.kind === 'criterion' || tree.editable) &&
        item(row.kind === 'criterion' ? 'open' : row.kind === 'step' ? 'rename' : 'settings', enter, () =>
          tree.open(row),
        )}
      {item('preview', '', onPreview)}
      {tree.editable && edits}
    </Menu>
  );
};
