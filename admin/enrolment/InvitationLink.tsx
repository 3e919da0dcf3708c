import { Button } from '@mui/material';
import { useBasename, useCanAccess, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useEdition } from '../kernel/edition.tsx';

/** Leads to inviting or enrolling many structures at once, when the phase allows it. */
export const InvitationLink = () => {
  const translate = useTranslate();
  const basename = useBasename();
  const edition = useEdition();
  const { canAccess } = useCanAccess({ resource: 'invitation', action: 'list' });
  if (!canAccess || !edition?.rights.includes('ENROL')) return null;
  return (
    <Button variant="outlined" color="inherit" component={Link} to={`${basename}/enrol`}>
      {translate('registration.staff.bulk')}
    </Button>
  );
};
