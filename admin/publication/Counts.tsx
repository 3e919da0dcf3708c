import AddOutlined from '@mui/icons-material/AddOutlined';
import RemoveOutlined from '@mui/icons-material/RemoveOutlined';
import SwapHorizOutlined from '@mui/icons-material/SwapHorizOutlined';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { AudienceChange } from './publication.graphql.ts';

const looks = {
  added: { Icon: AddOutlined, color: 'success.main' },
  changed: { Icon: SwapHorizOutlined, color: 'info.main' },
  removed: { Icon: RemoveOutlined, color: 'error.main' },
} as const;

/** How much comes, changes and goes: the sign and the word carry the meaning, the colour only helps. */
export const Counts = ({ change }: { readonly change: AudienceChange }) => {
  const translate = useTranslate();
  const kinds = (['added', 'changed', 'removed'] as const).filter((kind) => change[kind] > 0);
  if (kinds.length === 0)
    return <Box sx={{ color: 'text.secondary' }}>{translate('room.publication.nothingChanges')}</Box>;
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
      {kinds.map((kind) => {
        const { Icon, color } = looks[kind];
        return (
          <Box component="li" key={kind} sx={{ display: 'flex', gap: 2, alignItems: 'center', color, fontWeight: 600 }}>
            <Icon aria-hidden sx={{ fontSize: 18 }} />
            {translate(`room.publication.${kind}`, { smart_count: change[kind] })}
          </Box>
        );
      })}
    </Box>
  );
};
