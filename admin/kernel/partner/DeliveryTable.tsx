import Block from '@mui/icons-material/Block';
import CheckCircle from '@mui/icons-material/CheckCircle';
import Contrast from '@mui/icons-material/Contrast';
import { Button, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Tag } from '../chips.tsx';
import { useFormat } from '../format.ts';

/** One event on its way to one address, as the contract tells it. */
export interface Delivery {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly createdAt: string;
  readonly dueAt: string | null;
  readonly attempts: readonly {
    readonly at: string;
    readonly status: number | null;
    readonly failure: string | null;
  }[];
}

const looks = {
  WAITING: ['warning', Contrast],
  DELIVERED: ['success', CheckCircle],
  DEAD: ['error', Block],
} as const;

/** What was sent to an address of late, how it went, and when it is tried again. */
export const DeliveryTable = ({
  deliveries,
  onReplay,
}: {
  readonly deliveries: readonly Delivery[];
  /** Sends one again; none where one only looks. */
  readonly onReplay?: (id: string) => void;
}) => {
  const translate = useTranslate();
  const format = useFormat();
  if (deliveries.length === 0) return <Typography variant="body2">{translate('partner.delivery.none')}</Typography>;
  const outcome = ({ attempts: [last] }: Delivery) => {
    if (!last) return '—';
    const how = last.failure ? translate(`partner.delivery.failure.${last.failure}`) : translate('partner.delivery.ok');
    return [how, last.status].filter((part) => part !== null).join(' · ');
  };
  return (
    <Table size="small">
      <TableHead>
        <TableRow>
          <TableCell>{translate('partner.delivery.kind')}</TableCell>
          <TableCell>{translate('field.state')}</TableCell>
          <TableCell>{translate('partner.delivery.outcome')}</TableCell>
          <TableCell align="right">{translate('partner.delivery.attempts')}</TableCell>
          {onReplay && <TableCell align="right">{translate('registration.staff.actions')}</TableCell>}
        </TableRow>
      </TableHead>
      <TableBody>
        {deliveries.map((delivery) => {
          const { id, kind, state, createdAt, dueAt, attempts } = delivery;
          const [tone, icon] = looks[state as keyof typeof looks] ?? looks.WAITING;
          return (
            <TableRow key={id}>
              <TableCell>
                {translate(`partner.delivery.kinds.${kind.replace('.', '_')}`)}
                <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                  {format.instant(createdAt)}
                </Typography>
              </TableCell>
              <TableCell>
                <Tag tone={tone} icon={icon} label={translate(`partner.delivery.states.${state}`)} />
              </TableCell>
              <TableCell>
                {outcome(delivery)}
                {state === 'WAITING' && attempts.length > 0 && dueAt && (
                  <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                    {translate('partner.delivery.again', { at: format.instant(dueAt) })}
                  </Typography>
                )}
              </TableCell>
              <TableCell align="right">{attempts.length}</TableCell>
              {onReplay && (
                <TableCell align="right">
                  {state !== 'WAITING' && (
                    <Button size="small" color="inherit" onClick={() => onReplay(id)}>
                      {translate('partner.delivery.replay')}
                    </Button>
                  )}
                </TableCell>
              )}
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
};
