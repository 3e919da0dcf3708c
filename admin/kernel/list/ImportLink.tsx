import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import { Button } from '@mui/material';
import { useBasename, useCanAccess, useResourceContext, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useEdition } from '../edition.tsx';

/** Leads from a list to the import of its records, when the phase allows it. */
export const ImportLink = ({ right }: { readonly right?: string }) => {
  const translate = useTranslate();
  const basename = useBasename();
  const resource = useResourceContext() ?? '';
  const edition = useEdition();
  const { canAccess } = useCanAccess({ resource: 'upload', action: 'list' });
  if (!canAccess || (right && !edition?.rights.includes(right))) return null;
  return (
    <Button
      variant="outlined"
      color="inherit"
      component={Link}
      to={`${basename}/import/${resource}`}
      startIcon={<UploadFileOutlined />}
    >
      {translate('room.import.button')}
    </Button>
  );
};
