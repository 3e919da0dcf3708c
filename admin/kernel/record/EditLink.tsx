import { Button } from '@mui/material';
import { useBasename, useCanAccess, useRecordContext, useResourceContext, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';

/** Leads to the form of the record in context, for those to whom it is open. It keeps its word on a phone. */
export const EditLink = ({ variant = 'contained' }: { readonly variant?: 'contained' | 'outlined' }) => {
  const translate = useTranslate();
  const basename = useBasename();
  const resource = useResourceContext() ?? '';
  const record = useRecordContext();
  const { canAccess } = useCanAccess({ resource, action: 'edit' });
  if (!record || !canAccess) return null;
  return (
    <Button variant={variant} component={Link} to={`${basename}/${resource}/${record.id}`}>
      {translate('ra.action.edit')}
    </Button>
  );
};
