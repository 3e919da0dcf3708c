import { Button } from '@mui/material';
import { useBasename, useCanAccess, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';

/** Leads to the invitations of the edition, and to inviting or enrolling many. */
export const InvitationLink = () => {
  const translate = useTranslate();
  const basename = useBasename();
  const { canAccess } = useCanAccess({ resource: 'invitation', action: 'list' });
  if (!canAccess) return null;
  return (
    <Button color="inherit" component={Link} to={`${basename}/enrol`}>
      {translate('registration.staff.bulk')}
    </Button>
  );
};
