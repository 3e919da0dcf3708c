import { Alert, Box, Card, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { Tag } from '../kernel/chips.tsx';
import type { EditionInForce } from '../kernel/edition.tsx';
import { useFormat } from '../kernel/format.ts';
import { EditionPage } from '../kernel/layout/EditionPage.tsx';
import { Section } from '../kernel/record/Section.tsx';
import { Empty, Loading, RefusedBy } from '../kernel/states.tsx';
import { type Channel, Effects, type Podium } from './effect.graphql.ts';

/** What auditors add to the scores they give, and whether a podium would change without it. Never official. */
export const EffectPage = () => (
  <EditionPage resource="effect" title="room.effect.title" tabs={false}>
    {(edition) => <All key={edition.id} edition={edition} />}
  </EditionPage>
);

const All = ({ edition }: { readonly edition: EditionInForce }) => {
  const translate = useTranslate();
  const { data, error, refetch } = useQuery({
    queryKey: ['effect', edition.id],
    queryFn: ({ signal }) => run(Effects, { editionId: edition.id }, signal),
  });
  if (error) return <RefusedBy error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const { channels, podiums } = data.auditorEffects;
  return (
    <>
      <Alert severity="info" sx={{ mb: 4 }}>
        {translate('room.effect.never')}
      </Alert>
      {podiums.map((podium) => (
        <PodiumOf key={podium.category.id} podium={podium} />
      ))}
      {channels.length === 0 && (
        <Card>
          <Empty title={translate('room.effect.empty')} more={translate('room.effect.emptyMore')} />
        </Card>
      )}
      {channels.length > 0 && podiums.length === 0 && (
        <Alert severity="success" sx={{ mb: 4 }}>
          {translate('room.effect.noPodium')}
        </Alert>
      )}
      {channels.map((channel) => (
        <ChannelOf key={channel.channel.id} channel={channel} />
      ))}
      {channels.length > 0 && (
        <Typography variant="body2" sx={{ color: 'text.secondary', maxWidth: '80ch' }}>
          {translate('room.effect.method')}
        </Typography>
      )}
    </>
  );
};

/** A number of points with its sign. */
const useSigned = () => {
  const format = useFormat();
  return (points: number) => `${points > 0 ? '+' : points < 0 ? '−' : ''}${format.number(Math.abs(points), 1)}`;
};

const ChannelOf = ({ channel: { channel, noise, effects } }: { readonly channel: Channel }) => {
  const translate = useTranslate();
  const format = useFormat();
  const signed = useSigned();
  return (
    <Section
      title={channel.label}
      aside={noise !== null && translate('room.effect.noise', { points: format.number(noise, 1) })}
      flush
    >
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{translate('field.auditor')}</TableCell>
            <TableCell align="right">{translate('room.effect.tests')}</TableCell>
            <TableCell align="right">{translate('room.effect.checks')}</TableCell>
            <TableCell align="right">{translate('room.effect.points')}</TableCell>
            <TableCell align="right">{translate('room.effect.interval')}</TableCell>
            <TableCell align="right">{translate('room.effect.shrunk')}</TableCell>
            <TableCell />
          </TableRow>
        </TableHead>
        <TableBody>
          {effects.map(({ auditor, tests, checks, points, low, high, shrunk, flagged }) => (
            <TableRow key={auditor}>
              <TableCell>{auditor}</TableCell>
              <TableCell align="right">{format.number(tests)}</TableCell>
              <TableCell align="right">{format.number(checks)}</TableCell>
              <TableCell align="right">{signed(points)}</TableCell>
              <TableCell align="right">
                {translate('room.control.between', { low: signed(low), high: signed(high) })}
              </TableCell>
              <TableCell align="right">{signed(shrunk)}</TableCell>
              <TableCell>
                {flagged && (
                  <Tag tone="warning" label={translate(points < 0 ? 'room.effect.severe' : 'room.effect.lenient')} />
                )}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Section>
  );
};

const PodiumOf = ({ podium: { category, before, after } }: { readonly podium: Podium }) => {
  const translate = useTranslate();
  const format = useFormat();
  const places = (all: Podium['before'], title: string) => (
    <div>
      <Typography variant="caption">{translate(title)}</Typography>
      <ol style={{ margin: 0, paddingLeft: 20 }}>
        {all.map(({ enrolment, score }) => (
          <li key={enrolment.id}>
            {enrolment.structure.name} · {format.number(score, 2)}
          </li>
        ))}
      </ol>
    </div>
  );
  return (
    <Alert severity="warning" sx={{ mb: 4, '& .MuiAlert-message': { flex: 1 } }}>
      <strong>{translate('room.effect.podium', { category: category.label })}</strong>
      <Box sx={{ display: 'grid', gap: 4, mt: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
        {places(before, 'room.effect.before')}
        {places(after, 'room.effect.after')}
      </Box>
    </Alert>
  );
};
