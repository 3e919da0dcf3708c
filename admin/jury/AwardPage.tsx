import EmojiEventsOutlined from '@mui/icons-material/EmojiEventsOutlined';
import { Alert, Box, Button, Card, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useBasename, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { run } from '../kernel/api.ts';
import type { EditionInForce } from '../kernel/edition.tsx';
import { EditionPage } from '../kernel/layout/EditionPage.tsx';
import { Empty, Loading, RefusedBy } from '../kernel/states.tsx';
import { AwardCard } from './AwardCard.tsx';
import { casesOf } from './cases.ts';
import { AwardBoard, type Board } from './jury.graphql.ts';
import { ReportedCard } from './ReportedCard.tsx';

/** The palmarès: one card a trophy, with what the ranking says and what was decided. */
export const AwardPage = () => (
  <EditionPage resource="award" title="room.award.title">
    {(edition) => <Awards key={edition.id} edition={edition} />}
  </EditionPage>
);

const Awards = ({ edition }: { readonly edition: EditionInForce }) => {
  const translate = useTranslate();
  const { data, error, refetch } = useQuery({
    queryKey: ['award', edition.id],
    queryFn: ({ signal }) => run(AwardBoard, { editionId: edition.id }, signal),
  });
  if (error) return <RefusedBy error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const cases = casesOf(data);
  const reported = edition.provenance === 'REPORTED';
  const told = reported ? data.trophies.items : [];
  if (cases.length + told.length === 0)
    return (
      <Card>
        <Empty
          icon={EmojiEventsOutlined}
          title={translate('room.award.noCategory')}
          more={translate('room.award.noCategoryMore')}
        />
      </Card>
    );
  const done = cases.filter(({ trophy }) => trophy).length;
  return (
    <>
      {reported ? (
        <Typography variant="body2" sx={{ mb: 4, color: 'text.secondary' }}>
          {translate('room.award.reported')}
        </Typography>
      ) : (
        <>
          <Typography variant="body2" role="status" sx={{ mb: 3, color: 'text.secondary' }}>
            {translate('room.award.progress', { smart_count: done, done, all: cases.length })}
          </Typography>
          <Hindrance edition={edition} board={data} />
        </>
      )}
      <Box
        sx={{
          display: 'grid',
          gap: 4,
          alignItems: 'start',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' },
        }}
      >
        {!reported &&
          cases.map((one) => (
            <AwardCard key={one.id} of={one} open={mayDecide(edition, data)} editionId={edition.id} />
          ))}
        {told.map((trophy) => (
          <ReportedCard key={trophy.id} trophy={trophy} />
        ))}
      </Box>
    </>
  );
};

const mayDecide = (edition: EditionInForce, { scoreRuns }: Board): boolean =>
  edition.rights.includes('AWARD') && scoreRuns.items[0]?.current === true;

/** Why nothing can be decided now, when nothing can. */
const Hindrance = ({ edition, board }: { readonly edition: EditionInForce; readonly board: Board }) => {
  const translate = useTranslate();
  const basename = useBasename();
  if (!edition.rights.includes('AWARD'))
    return (
      <Alert severity="info" sx={{ mb: 4 }}>
        {translate('room.award.closed')}
      </Alert>
    );
  const [latest] = board.scoreRuns.items;
  if (latest?.current) return null;
  return (
    <Alert
      severity="warning"
      sx={{ mb: 4 }}
      action={
        <Button color="inherit" component={Link} to={`${basename}/ranking`}>
          {translate('room.award.toRanking')}
        </Button>
      }
    >
      {translate(latest ? 'room.award.stale' : 'room.award.noScoresMore')}
    </Alert>
  );
};
