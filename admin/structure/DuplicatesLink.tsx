import ContentCopyOutlined from '@mui/icons-material/ContentCopyOutlined';
import { Button } from '@mui/material';
import { useBasename, useCanAccess, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';

/** Leads from the register to the pairs that may be one. */
export const DuplicatesLink = () => {
  const translate = useTranslate();
  const basename = useBasename();
  const { canAccess } = useCanAccess({ resource: 'duplicate', action: 'list' });
  if (!canAccess) return null;
  return (
    <Button
      variant="outlined"
      color="inherit"
      component={Link}
      to={`${basename}/duplicates`}
      startIcon={<ContentCopyOutlined />}
    >
      {translate('room.duplicate.page')}
    </Button>
  );
};
