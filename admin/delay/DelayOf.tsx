import { Box, Button, Card, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useBasename, useLocale, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { run } from '../kernel/api.ts';
import type { EditionInForce } from '../kernel/edition.tsx';
import { useFormat } from '../kernel/format.ts';
import { Empty, Loading, RefusedBy } from '../kernel/states.tsx';
import { BoundTable } from './BoundTable.tsx';
import { DayTable } from './DayTable.tsx';
import { type By, type Closing, type Curve, DelayCurve } from './delay.graphql.ts';
import { answeredBelow, isTheShare, type Timed } from './timed.ts';
import { useWords } from './useWords.ts';

const CurveChart = lazy(() => import('./CurveChart.tsx'));

interface DelayOfProps {
  readonly edition: EditionInForce;
  readonly closing: Closing;
  readonly timed: Timed;
  readonly by: By | null;
}

/** One criterion: what it says in its title, the curve, then the tables the curve is drawn from. */
export const DelayOf = ({ edition, closing, timed, by }: DelayOfProps) => {
  const translate = useTranslate();
  const basename = useBasename();
  const locale = useLocale();
  const words = useWords(timed, by);
  const [chosen, choose] = useState<string | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: ['delay', edition.id, timed.code, by],
    queryFn: ({ signal }) => run(DelayCurve, { editionId: edition.id, criterion: timed.code, by }, signal),
  });
  if (error) return <RefusedBy error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const [all, ...unsorted] = data.delayCurve;
  const groups = unsorted.toSorted((a, b) => words.group(a).localeCompare(words.group(b), locale));
  if (!all || all.base === 0)
    return (
      <Card>
        <Empty title={translate('room.delay.noTest')} more={translate('room.delay.noTestMore')}>
          <Button variant="outlined" component={Link} to={`${basename}/audit`}>
            {translate('room.delay.toAudits')}
          </Button>
        </Empty>
      </Card>
    );
  const group = groups.find((each) => each.group === chosen) ?? null;
  return (
    <>
      <Headline timed={timed} closing={closing} by={by} all={all} group={group} />
      <BoundTable timed={timed} by={by} curves={[all, ...groups]} chosen={chosen} onChoose={choose} edition={edition} />
      <DayTable timed={timed} curve={group ?? all} edition={edition} />
    </>
  );
};

interface HeadlineProps {
  readonly timed: Timed;
  readonly closing: Closing;
  readonly by: By | null;
  readonly all: Curve;
  readonly group: Curve | null;
}

const Headline = ({ timed, closing, by, all, group }: HeadlineProps) => {
  const translate = useTranslate();
  const words = useWords(timed, by);
  const curve = group ?? all;
  const sentence = words.sentence(curve);
  return (
    <Card component="section" aria-label={timed.label} sx={{ mb: 4, px: 5, pt: 4, pb: 5 }}>
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary', fontWeight: 600 }}>
        {timed.label}
      </Typography>
      <Typography component="h2" variant="h2">
        {group ? translate('room.delay.sentenceOf', { group: words.group(group), sentence }) : sentence}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {words.closing(closing)}. {translate('room.delay.treatment')}
      </Typography>
      <Counts timed={timed} by={by} curve={curve} />
      <Suspense fallback={<Loading />}>
        <CurveChart timed={timed} by={by} all={all} group={group} />
      </Suspense>
      <Typography variant="body2" sx={{ color: 'text.secondary', maxWidth: '80ch', mt: 2 }}>
        {translate('room.delay.estimateMore')} {isTheShare(curve) && translate('room.delay.estimateSame')}
      </Typography>
    </Card>
  );
};

/** How many were sent, answered and not; and the share over answers alone, for those who read it elsewhere. */
const Counts = ({ timed, by, curve }: { readonly timed: Timed; readonly by: By | null; readonly curve: Curve }) => {
  const translate = useTranslate();
  const format = useFormat();
  const words = useWords(timed, by);
  const { base, answered, unanswered } = curve;
  const { published } = timed;
  const counts = [
    [translate('room.delay.sent'), format.number(base)],
    [words.ending('answered'), `${format.number(answered)} (${words.share(answered, base)})`],
    [words.ending('unanswered'), `${format.number(unanswered)} (${words.share(unanswered, base)})`],
    ...(published === null
      ? []
      : [
          [
            translate('room.delay.among', { days: format.number(published), count: words.count }),
            words.share(answeredBelow(curve, published), answered),
          ],
        ]),
  ];
  return (
    <Box
      component="dl"
      sx={{
        ...{ my: 4, display: 'flex', flexWrap: 'wrap', columnGap: 8, rowGap: 3 },
        '& dt': { fontSize: '0.75rem', color: 'text.secondary' },
        '& dd': { m: 0, fontVariantNumeric: 'tabular-nums', fontWeight: 600 },
      }}
    >
      {counts.map(([name, value]) => (
        <Box key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Box>
      ))}
    </Box>
  );
};
