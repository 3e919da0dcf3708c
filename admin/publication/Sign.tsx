import type { SvgIconComponent } from '@mui/icons-material';
import AddOutlined from '@mui/icons-material/AddOutlined';
import EastOutlined from '@mui/icons-material/EastOutlined';
import RemoveOutlined from '@mui/icons-material/RemoveOutlined';
import { useTranslate } from 'react-admin';

const signs: Readonly<Record<'added' | 'removed' | 'changed', readonly [SvgIconComponent, string]>> = {
  added: [AddOutlined, 'success.main'],
  removed: [RemoveOutlined, 'error.main'],
  changed: [EastOutlined, 'info.main'],
};

/** What comes, goes or changes: the sign and its name carry the meaning, the colour only helps. */
export const Sign = ({ kind }: { readonly kind: keyof typeof signs }) => {
  const translate = useTranslate();
  const [Icon, color] = signs[kind];
  return <Icon titleAccess={translate(`room.publication.sign.${kind}`)} sx={{ color, fontSize: 18, mt: '1px' }} />;
};
