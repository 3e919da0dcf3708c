import { Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';

/** Leaves a form as it was, back to where one came from. */
export const CancelButton = () => {
  const translate = useTranslate();
  const navigate = useNavigate();
  return (
    <Button color="inherit" onClick={() => navigate(-1)}>
      {translate('ra.action.cancel')}
    </Button>
  );
};
