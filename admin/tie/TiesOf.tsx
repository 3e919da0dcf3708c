import { Alert, Box, Button, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { Tag } from '../kernel/chips.tsx';
import { useFormat } from '../kernel/format.ts';
import { ConfirmDialog } from '../kernel/record/ConfirmDialog.tsx';
import { Section } from '../kernel/record/Section.tsx';
import type { OwnSeat } from '../kernel/seats.ts';
import { Loading, RefusedBy } from '../kernel/states.tsx';
import { useAct } from '../kernel/useAct.ts';
import { DeclareForm } from './DeclareForm.tsx';
import { CloseTies, OwnTies, type Tie } from './tie.graphql.ts';

/** The ties one declared to a panel, and whether that is all of them. */
export const TiesOf = ({ seat, alone }: { readonly seat: OwnSeat; readonly alone: boolean }) => {
  const translate = useTranslate();
  const { panelId, panel, left } = seat;
  const { data, error, refetch } = useQuery({
    queryKey: ['ties', panelId],
    queryFn: ({ signal }) => run(OwnTies, { panelId }, signal),
  });
  const [adding, setAdding] = useState(false);
  const [closing, setClosing] = useState(false);
  const ties = data?.ownTies;
  const due = left.includes('TIES');
  return (
    <Section title={alone ? translate('tie.mine') : panel}>
      <Typography sx={{ mb: 4, maxWidth: 720 }}>{translate('tie.more')}</Typography>
      {error && !ties && <RefusedBy error={error} retry={() => void refetch()} />}
      {!error && !ties && <Loading />}
      {ties?.length === 0 && <Typography sx={{ fontWeight: 600 }}>{translate('tie.none')}</Typography>}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {ties?.map((tie) => (
          <Line key={tie.id} tie={tie} />
        ))}
      </Box>
      {!due && (
        <Alert severity="success" role="status" sx={{ mt: 4 }}>
          {translate('tie.closed')}
        </Alert>
      )}
      {adding && <DeclareForm panelId={panelId} onDone={() => setAdding(false)} />}
      {!adding && ties && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, mt: 5 }}>
          <Button variant={due ? 'outlined' : 'text'} sx={{ minHeight: 48 }} onClick={() => setAdding(true)}>
            {translate('tie.declare')}
          </Button>
          {due && (
            <Button variant="contained" sx={{ minHeight: 48 }} onClick={() => setClosing(true)}>
              {translate(ties.length > 0 ? 'tie.thatIsAll' : 'tie.haveNone')}
            </Button>
          )}
        </Box>
      )}
      {closing && ties && <CloseDialog panelId={panelId} count={ties.length} onClose={() => setClosing(false)} />}
    </Section>
  );
};

const Line = ({ tie: { kind, bodyName, until, known } }: { readonly tie: Tie }) => {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 3,
        minHeight: 52,
        py: 1,
        '& + &': { borderTop: 1, borderColor: 'divider' },
      }}
    >
      <Box sx={{ flex: '1 1 240px' }}>
        <Box sx={{ fontWeight: 650, fontSize: '1rem' }}>{bodyName}</Box>
        <Box sx={{ color: 'text.secondary' }}>
          {translate(`enum.TieKind.${kind}`)}
          {until && ` · ${translate('tie.endedOn', { day: format.day(until) })}`}
        </Box>
      </Box>
      <Tag label={translate(`enum.TieKnowledge.${known}`)} />
    </Box>
  );
};

const CloseDialog = ({
  panelId,
  count,
  onClose,
}: {
  readonly panelId: string;
  readonly count: number;
  readonly onClose: () => void;
}) => {
  const translate = useTranslate();
  const { act, pending, refusal } = useAct(['seats', 'ties']);
  const close = async () => {
    if (await act(CloseTies, { panelId })) onClose();
  };
  return (
    <ConfirmDialog
      open
      title={translate(count > 0 ? 'tie.closeAsk' : 'tie.closeNoneAsk', { smart_count: count })}
      action={translate(count > 0 ? 'tie.thatIsAll' : 'tie.haveNone')}
      pending={pending}
      refusal={refusal}
      onCancel={onClose}
      onConfirm={() => void close()}
    >
      <Typography>{translate('tie.closeMore')}</Typography>
    </ConfirmDialog>
  );
};
