import { Box, Button, Link, Typography } from '@mui/material';
import { useState } from 'react';
import { useBasename, useRecordContext, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { run } from '../kernel/api.ts';
import { useFormat } from '../kernel/format.ts';
import { ActDialog } from '../kernel/record/ActDialog.tsx';
import { Section } from '../kernel/record/Section.tsx';
import { type Auditor, RemoveTie } from './auditor.graphql.ts';
import { TieDialog } from './TieDialog.tsx';

type Tie = Auditor['conflicts'][number];

/** The structures an auditor is tied to, what each tie keeps from them, and how staff record or take back one. */
export const Ties = () => {
  const translate = useTranslate();
  const auditor = useRecordContext<Auditor>();
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<Tie | null>(null);
  if (!auditor) return null;
  const { conflicts } = auditor;
  return (
    <Section
      title={translate('room.auditor.ties')}
      aside={
        <Button variant="outlined" onClick={() => setAdding(true)}>
          {translate('room.auditor.tieAdd')}
        </Button>
      }
    >
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 3 }}>
        {translate('room.auditor.tiesMore')}
      </Typography>
      {conflicts.length === 0 && <Typography sx={{ mb: 3 }}>{translate('room.auditor.tieNone')}</Typography>}
      {conflicts.map((tie) => (
        <OneTie key={tie.id} tie={tie} auditorId={String(auditor.id)} onRemove={() => setRemoving(tie)} />
      ))}
      {adding && <TieDialog auditor={auditor} onClose={() => setAdding(false)} />}
      {removing && (
        <ActDialog
          title={translate('room.auditor.tieRemoveAsk', { structure: removing.structure.name })}
          action={translate('room.auditor.tieRemove')}
          done="room.auditor.tieRemoved"
          destructive
          act={() => run(RemoveTie, { id: removing.id })}
          onClose={() => setRemoving(null)}
        >
          {translate('room.auditor.tieRemoveMore')}
        </ActDialog>
      )}
    </Section>
  );
};

interface OneTieProps {
  readonly tie: Tie;
  readonly auditorId: string;
  readonly onRemove: () => void;
}

const OneTie = ({ tie, auditorId, onRemove }: OneTieProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const basename = useBasename();
  const { structure, reason, declaredBy, declaredAt, openTests } = tie;
  const filter = encodeURIComponent(JSON.stringify({ auditorId, q: structure.name }));
  return (
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        gap: 3,
        alignItems: 'start',
        py: 3,
        borderTop: 1,
        borderColor: 'divider',
      }}
    >
      <Box sx={{ flex: '1 1 260px' }}>
        <Link component={RouterLink} to={`${basename}/structure/${structure.id}/show`}>
          {structure.name}
        </Link>
        <Typography>{reason}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {translate('room.auditor.tieBy', { by: declaredBy, at: format.instant(declaredAt) })}
        </Typography>
        {openTests > 0 && (
          <Link component={RouterLink} to={`${basename}/assignment?filter=${filter}`}>
            {translate('room.auditor.tieOpen', { smart_count: openTests })}
          </Link>
        )}
      </Box>
      <Button color="inherit" onClick={onRemove}>
        {translate('room.auditor.tieRemove')}
      </Button>
    </Box>
  );
};
