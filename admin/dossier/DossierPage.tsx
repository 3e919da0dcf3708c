import ChevronRight from '@mui/icons-material/ChevronRight';
import FolderOpenOutlined from '@mui/icons-material/FolderOpenOutlined';
import { Alert, Box, ButtonBase, Card, Typography } from '@mui/material';
import { CanAccess, Title, useBasename, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Tag } from '../kernel/chips.tsx';
import { useEdition } from '../kernel/edition.tsx';
import { type OwnSeat, useSeats } from '../kernel/seats.ts';
import { Empty, Loading, Refused, RefusedBy } from '../kernel/states.tsx';

/** The awards of one's panels, and how far one has come with their files. */
export const DossierPage = () => {
  const translate = useTranslate();
  const edition = useEdition();
  return (
    <CanAccess resource="dossier" action="list" accessDenied={<Refused />} loading={<Loading />}>
      <Title preferenceKey={false} title={translate('dossier.title', { year: edition?.year ?? '' })} />
      <Awards />
    </CanAccess>
  );
};

const Awards = () => {
  const translate = useTranslate();
  const basename = useBasename();
  const { seats, error, refetch } = useSeats();
  if (!seats) return error ? <RefusedBy error={error} retry={refetch} /> : <Loading />;
  const awards = seats.flatMap((seat) => seat.awards.map((award) => ({ ...award, tiesChecked: seat.tiesChecked })));
  const second = seats.some(({ left }) => left.includes('SECOND_FACTOR'));
  return (
    <>
      {second && (
        <Alert severity="warning" sx={{ mb: 4 }}>
          {translate('dossier.second')} <Link to={`${basename}/profile`}>{translate('dossier.setUp')}</Link>
        </Alert>
      )}
      {awards.length === 0 && !second && (
        <Card>
          <Empty icon={FolderOpenOutlined} title={translate('dossier.none')} more={translate('dossier.noneMore')} />
        </Card>
      )}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 3, maxWidth: 880 }}>
        {awards.map((award) => (
          <AwardLine key={award.mandateId} award={award} />
        ))}
      </Box>
    </>
  );
};

type Award = OwnSeat['awards'][number] & Pick<OwnSeat, 'tiesChecked'>;

const AwardLine = ({ award }: { readonly award: Award }) => {
  const translate = useTranslate();
  const basename = useBasename();
  const { label, mandateId, recused, tiesChecked, mode, filesDue, opinionsGiven } = award;
  const why = tiesChecked ? 'dossier.recused' : 'dossier.unchecked';
  const words = (
    <Box sx={{ flex: 1, minWidth: 0 }}>
      <Typography component="span" sx={{ display: 'block', fontSize: '1.125rem', fontWeight: 650 }}>
        {label}
      </Typography>
      <Typography component="span" variant="body2" sx={{ color: 'text.secondary' }}>
        {recused ? translate(why) : mode && translate(`enum.VotingMode.${mode}`)}
      </Typography>
    </Box>
  );
  if (recused)
    return (
      <Card component="li" sx={{ display: 'flex', alignItems: 'center', gap: 4, p: 5 }}>
        {words}
        <Tag
          tone={tiesChecked ? 'warning' : 'info'}
          label={translate(tiesChecked ? 'dossier.away' : 'dossier.waiting')}
        />
      </Card>
    );
  const all = filesDue ?? 0;
  return (
    <Card component="li">
      <ButtonBase
        component={Link}
        to={`${basename}/dossier/${mandateId}`}
        sx={{
          width: '100%',
          p: 5,
          gap: 4,
          display: 'flex',
          textAlign: 'left',
          '&:hover': { bgcolor: 'background.default' },
        }}
      >
        {words}
        <Tag
          tone={all > 0 && opinionsGiven === all ? 'success' : 'muted'}
          label={translate('dossier.progress', { given: opinionsGiven ?? 0, all })}
        />
        <ChevronRight sx={{ color: 'text.secondary' }} />
      </ButtonBase>
    </Card>
  );
};
