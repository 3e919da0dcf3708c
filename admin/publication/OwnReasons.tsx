import { Box, Button, TextField, Typography } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { Loading } from '../kernel/states.tsx';
import { type OwnReason, ReadAllChanges, type SeenChange } from './publication.graphql.ts';
import { useChangeInWords } from './useChangeInWords.ts';

/** How many changes are shown at once: with more, one looks for them by their words. */
const SHOWN = 20;

interface OwnReasonsProps {
  readonly editionId: string;
  readonly reasons: readonly OwnReason[];
  readonly setReasons: (reasons: OwnReason[]) => void;
}

type Place = Pick<OwnReason, 'table' | 'key' | 'field'>;

const isOf =
  ({ table, key, field }: Place) =>
  (other: Place): boolean =>
    other.table === table && other.key === key && (other.field ?? null) === (field ?? null);

/** The changes of a correction that have a reason of their own: each beside a field that is left empty for the common one. */
export const OwnReasons = ({ editionId, reasons, setReasons }: OwnReasonsProps) => {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  const [q, setQ] = useState('');
  const { data } = useQuery({
    enabled: open,
    queryKey: ['publication', editionId, 'allChanges', q],
    queryFn: ({ signal }) => run(ReadAllChanges, { editionId, perPage: SHOWN, q: q.trim() || null }, signal),
    placeholderData: keepPreviousData,
  });
  const change = (of: SeenChange, reason: string): void => {
    const { table, key, field } = of;
    const others = reasons.filter((one) => !isOf(of)(one));
    setReasons(reason.trim() === '' ? others : [...others, { table, key, field, reason }]);
  };
  if (!open)
    return (
      <Button size="small" sx={{ mt: 3 }} onClick={() => setOpen(true)}>
        {translate('room.publication.ownReasons')}
      </Button>
    );
  const { total = 0, items = [] } = data?.seenChanges ?? {};
  return (
    <Box sx={{ mt: 5 }}>
      <Typography variant="h4" component="h3">
        {translate('room.publication.ownReasons')}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 3 }}>
        {translate('room.publication.ownReasonsHelp')}
        {total > SHOWN && ` ${translate('room.publication.ownReasonsSome', { shown: items.length, total })}`}
      </Typography>
      <TextField
        size="small"
        label={translate('room.publication.find')}
        value={q}
        onChange={({ target }) => setQ(target.value)}
      />
      {!data && <Loading />}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {items.map((one) => (
          <ReasonLine
            key={`${one.table}/${one.key}/${one.field}`}
            of={one}
            reason={reasons.find(isOf(one))?.reason ?? ''}
            onChange={(reason) => change(one, reason)}
          />
        ))}
      </Box>
    </Box>
  );
};

interface ReasonLineProps {
  readonly of: SeenChange;
  readonly reason: string;
  readonly onChange: (reason: string) => void;
}

const ReasonLine = ({ of, reason, onChange }: ReasonLineProps) => {
  const translate = useTranslate();
  const inWords = useChangeInWords();
  return (
    <Box component="li" sx={{ py: 3, borderBottom: 1, borderColor: 'divider', overflowWrap: 'anywhere' }}>
      <Typography variant="body2">{inWords(of)}</Typography>
      <TextField
        size="small"
        fullWidth
        label={translate('room.publication.ownReason')}
        value={reason}
        onChange={({ target }) => onChange(target.value)}
        slotProps={{
          htmlInput: {
            maxLength: 5000,
            'aria-label': translate('room.publication.ownReasonOf', { change: inWords(of) }),
          },
        }}
        sx={{ mt: 2 }}
      />
    </Box>
  );
};
