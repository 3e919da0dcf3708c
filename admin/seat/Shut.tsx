import { Button, Card, Typography } from '@mui/material';
import { useBasename, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';

/** A link that no longer takes a seat: why, and what to do. */
export const Shut = ({ state }: { readonly state: string }) => {
  const translate = useTranslate();
  const basename = useBasename();
  return (
    <Card sx={{ p: { xs: 5, sm: 8 } }}>
      <Typography role="status" sx={{ fontSize: '1.125rem' }}>
        {translate(`seat.shut.${state}`)}
      </Typography>
      {state === 'ACCEPTED' ? (
        <Button
          variant="contained"
          size="large"
          sx={{ mt: 5, minHeight: 48 }}
          component={Link}
          to={`${basename}/login`}
        >
          {translate('seat.signIn')}
        </Button>
      ) : (
        <Typography sx={{ mt: 4, color: 'text.secondary' }}>{translate('seat.answerMail')}</Typography>
      )}
    </Card>
  );
};
