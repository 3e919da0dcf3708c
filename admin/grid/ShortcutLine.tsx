import { Box } from '@mui/material';
import type { Tree } from './useTree.ts';

const keys = ['move', 'shift', 'open', 'weight', 'choose', 'add', 'remove', 'undo', 'search'] as const;

/** The keys of the tree, told where they work. */
export const ShortcutLine = ({ tree }: { readonly tree: Tree }) => (
  <Box
    component="details"
    sx={{ px: 3, py: 2, fontSize: '0.8125rem', color: 'text.secondary', display: { xs: 'none', md: 'block' } }}
  >
    <summary>{tree.t('room.editor.keys')}</summary>
    <Box component="ul" sx={{ m: 0, mt: 2, p: 0, listStyle: 'none', display: 'flex', flexWrap: 'wrap', gap: 3 }}>
      {keys
        .filter((key) => tree.editable || ['move', 'open', 'search'].includes(key))
        .map((key) => (
          <li key={key}>
            <kbd>{tree.t(`room.editor.key.${key}`)}</kbd> {tree.t(`room.editor.keySays.${key}`)}
          </li>
        ))}
    </Box>
  </Box>
);
