import HourglassEmpty from '@mui/icons-material/HourglassEmpty';
import InsightsOutlined from '@mui/icons-material/InsightsOutlined';
import { Button, Card } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useBasename, useLocale, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { codeIn, run } from '../kernel/api.ts';
import { Empty, Loading, RefusedBy } from '../kernel/states.tsx';
import { ApartOf } from './ApartOf.tsx';
import { CertificateOf } from './CertificateOf.tsx';
import { ChannelsOf } from './ChannelsOf.tsx';
import { EvolutionOf } from './EvolutionOf.tsx';
import { type Enrolment, ScoreSheet } from './enrolment.graphql.ts';
import { ScoreHead } from './ScoreHead.tsx';
import { SureOf } from './SureOf.tsx';
import { ToGain } from './ToGain.tsx';
import { ToSwap } from './ToSwap.tsx';
import { VerdictOf } from './VerdictOf.tsx';
import { Waterfall } from './Waterfall.tsx';

interface ScoreSheetProps {
  readonly enrolment: Enrolment;
  readonly staff: boolean;
}

/** The scores of an enrolment; or, when they cannot be read yet, what they wait for. */
export const ScoreSheetOf = ({ enrolment, staff }: ScoreSheetProps) => {
  const translate = useTranslate();
  const basename = useBasename();
  const { id, tier, edition } = enrolment;
  const readable = staff || ['PUBLISHED', 'ARCHIVED'].includes(edition.phase);
  const locale = useLocale();
  const language = locale === 'en' ? 'EN' : 'FR';
  const { data, error, refetch } = useQuery({
    queryKey: ['scoreSheet', id, language],
    queryFn: ({ signal }) => run(ScoreSheet, { id, language }, signal),
    enabled: readable,
  });
  if (!readable)
    return (
      <Card sx={{ mb: 4 }}>
        <Empty
          icon={HourglassEmpty}
          title={translate('room.sheet.early')}
          more={translate('room.sheet.earlyMore', {
            year: edition.year,
            phase: translate(`enum.EditionPhase.${edition.phase}`),
          })}
        />
      </Card>
    );
  if (error && codeIn(error) === 'NO_SCORES')
    return (
      <Card sx={{ mb: 4 }}>
        <Empty
          icon={InsightsOutlined}
          title={translate('room.sheet.noScores')}
          more={translate('room.sheet.noScoresMore')}
        >
          {staff && (
            <Button variant="outlined" component={Link} to={`${basename}/ranking`}>
              {translate('room.sheet.toRanking')}
            </Button>
          )}
        </Empty>
      </Card>
    );
  if (error) return <RefusedBy error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const sheet = data.scoreSheet;
  return (
    <>
      <VerdictOf sheet={sheet} />
      <ScoreHead sheet={sheet} category={enrolment.category.label} />
      <SureOf sheet={sheet} />
      <Waterfall sheet={sheet} behind={staff ? id : null} />
      <ToGain sheet={sheet} />
      <ApartOf sheet={sheet} />
      <ToSwap sheet={sheet} />
      <ChannelsOf sheet={sheet} freeTier={!staff && tier === 'FREE'} />
      <EvolutionOf id={id} />
      <CertificateOf enrolment={enrolment} detailed={staff || tier === 'PAID'} />
    </>
  );
};
