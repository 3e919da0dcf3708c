import { Button, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { run } from '../kernel/api.ts';
import { useFormat } from '../kernel/format.ts';
import { graphql } from '../kernel/graphql.ts';
import { lastMinuteOf, PARIS } from '../kernel/paris.ts';
import { Section } from '../kernel/record/Section.tsx';

const OwnProvisionals = graphql(`query OwnProvisionals { ownProvisionals { enrolmentId structure year until state } }`);

/** The provisional results that a structure was sent: to contest until the deadline, then to read again. */
export const HearingCards = () => {
  const translate = useTranslate();
  const format = useFormat();
  const { data } = useQuery({
    queryKey: ['space', 'provisional'],
    queryFn: ({ signal }) => run(OwnProvisionals, {}, signal),
  });
  return data?.ownProvisionals.map(({ enrolmentId, structure, year, until, state }) => (
    <Section
      key={enrolmentId}
      title={`${translate(state === 'OPEN' ? 'provisional.space' : 'provisional.spaceClosed')} : ${structure}, ${year}`}
    >
      <Typography sx={{ mb: 4 }}>
        {state === 'OPEN' && until
          ? translate('provisional.spaceMore', { at: format.instantIn(lastMinuteOf(until), PARIS) })
          : translate('provisional.spaceOver')}
      </Typography>
      <Button
        variant={state === 'OPEN' ? 'contained' : 'outlined'}
        component={Link}
        to={`/${year}/my-results/${enrolmentId}`}
      >
        {translate(state === 'OPEN' ? 'provisional.spaceRead' : 'provisional.spaceAgain')}
      </Button>
    </Section>
  ));
};
