import { Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { useDraftKey } from './DraftKeeper.tsx';
import { forgetDraft } from './draft.ts';

/** Leaves a form as it was, back to where one came from. What was typed is let go, on purpose. */
export const CancelButton = () => {
  const translate = useTranslate();
  const navigate = useNavigate();
  const key = useDraftKey();
  const leave = () => {
    if (key) forgetDraft(key);
    navigate(-1);
  };
  return (
    <Button color="inherit" onClick={leave}>
      {translate('ra.action.cancel')}
    </Button>
  );
};
