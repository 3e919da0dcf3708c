import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Link, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { Tag } from '../kernel/chips.tsx';
import { useFormat } from '../kernel/format.ts';
import { Loading, RefusedBy } from '../kernel/states.tsx';
import { useCopy } from '../kernel/useCopy.ts';
import { type Laureate, type Usage, UsagesOf } from './laureate.graphql.ts';

/** What a laureate may write and show, ready to be sent to it. */
export const UsagesButton = ({ laureate }: { readonly laureate: Laureate }) => {
  const translate = useTranslate();
  const id = useId();
  const [open, setOpen] = useState(false);
  const { name } = laureate.structure;
  return (
    <>
      <Button
        size="small"
        aria-label={`${translate('room.laureate.usages')} : ${name}`}
        onClick={(event) => {
          event.stopPropagation();
          setOpen(true);
        }}
      >
        {translate('room.laureate.usages')}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} aria-labelledby={id} fullWidth maxWidth="sm">
        <DialogTitle id={id}>{translate('room.laureate.usagesOf', { name })}</DialogTitle>
        <DialogContent>{open && <Usages laureate={laureate} />}</DialogContent>
        <DialogActions>
          <Button onClick={() => setOpen(false)}>{translate('ra.action.close')}</Button>
        </DialogActions>
      </Dialog>
    </>
  );
};

const Usages = ({ laureate: { id } }: { readonly laureate: Laureate }) => {
  const translate = useTranslate();
  const { data, error, refetch } = useQuery({
    queryKey: ['usages', id],
    queryFn: ({ signal }) => run(UsagesOf, { id }, signal),
  });
  if (error) return <RefusedBy error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (data.usages.length === 0) return <Alert severity="info">{translate('room.laureate.noUsage')}</Alert>;
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 5 }}>
      {data.usages.map((usage) => (
        <Line key={usage.licence.id} usage={usage} />
      ))}
    </Box>
  );
};

const tones = { COMING: 'info', RUNNING: 'success', OVER: 'muted' } as const;

const Line = ({ usage: { wording, term, licence } }: { readonly usage: Usage }) => {
  const translate = useTranslate();
  const format = useFormat();
  const copy = useCopy();
  const { id, label, fromOn, untilOn, logo } = licence;
  const days = { from: format.day(fromOn), to: format.day(untilOn) };
  return (
    <Box component="li">
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
        <strong>{label}</strong>
        <Tag tone={tones[term]} label={translate(`enum.LicenceTerm.${term}`)} />
      </Box>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {translate(untilOn ? 'room.licence.fromTo' : 'room.licence.from', days)}
      </Typography>
      <Typography component="blockquote" sx={{ m: 0, my: 2, pl: 3, borderLeft: 3, borderColor: 'divider' }}>
        {wording}
      </Typography>
      <Button size="small" onClick={() => void copy(wording, 'room.laureate.copied')}>
        {translate('room.laureate.copy')}
      </Button>
      {logo && (
        <Link href={`/admin/licences/${id}/logo`} underline="always" sx={{ ml: 3, fontSize: '0.8125rem' }}>
          {logo.name}
        </Link>
      )}
    </Box>
  );
};
