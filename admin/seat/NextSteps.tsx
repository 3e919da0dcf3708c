import { Alert, Box, Button, Card, Typography } from '@mui/material';
import { useBasename, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Accepted } from './seat.graphql.ts';

/** The seat is taken: how one gets in, step by step. */
export const NextSteps = ({ accepted: { email, passwordToken, secondFactorDue } }: { readonly accepted: Accepted }) => {
  const translate = useTranslate();
  const basename = useBasename();
  const steps = [
    passwordToken ? translate('seat.stepPassword') : translate('seat.stepSignIn'),
    translate('seat.stepAddress', { email }),
    ...(secondFactorDue ? [translate('seat.stepSecond')] : []),
    translate('seat.stepTies'),
  ];
  const to = passwordToken ? `/choose-password?token=${encodeURIComponent(passwordToken)}` : '/login';
  return (
    <Card sx={{ p: { xs: 5, sm: 8 } }}>
      <Alert severity="success" role="status" sx={{ mb: 5 }}>
        {translate('seat.accepted')}
      </Alert>
      <Typography component="h2" variant="h2" sx={{ mb: 3 }}>
        {translate('seat.next')}
      </Typography>
      <Box component="ol" sx={{ m: 0, mb: 6, pl: 6, lineHeight: 1.7, fontSize: '1rem' }}>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </Box>
      <Button variant="contained" size="large" sx={{ minHeight: 48 }} component={Link} to={`${basename}${to}`}>
        {translate(passwordToken ? 'seat.choosePassword' : 'seat.signIn')}
      </Button>
    </Card>
  );
};
