import { Card } from '@mui/material';
import { CanAccess, Title, useTranslate } from 'react-admin';
import { useSeats } from '../kernel/seats.ts';
import { Empty, Loading, Refused, RefusedBy } from '../kernel/states.tsx';
import { TiesOf } from './TiesOf.tsx';

/** One's own interests: what ties one to bodies that may be candidates. */
export const TiePage = () => {
  const translate = useTranslate();
  return (
    <CanAccess resource="tie" action="list" accessDenied={<Refused />} loading={<Loading />}>
      <Title preferenceKey={false} title={translate('tie.title')} />
      <Seats />
    </CanAccess>
  );
};

const Seats = () => {
  const translate = useTranslate();
  const { seats, error, refetch } = useSeats();
  if (!seats) return error ? <RefusedBy error={error} retry={refetch} /> : <Loading />;
  if (seats.length === 0)
    return (
      <Card>
        <Empty title={translate('juror.noSeat')} more={translate('juror.noSeatMore')} />
      </Card>
    );
  return seats.map((seat) => <TiesOf key={seat.jurorId} seat={seat} alone={seats.length === 1} />);
};
