import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Tag } from '../kernel/chips.tsx';
import { useFormat } from '../kernel/format.ts';
import { awardName } from '../kernel/jury.ts';
import { ConflictDialog, type Ruling } from './ConflictDialog.tsx';
import type { Conflict } from './conflict.graphql.ts';
import { TieDialog } from './TieDialog.tsx';
import { useTieInWords } from './useTieInWords.ts';

/** One conflict, or those of one tie that may lead anywhere: who, with whom, by what tie and which steps, which awards it costs, and what can be done about it. */
export const ConflictRow = ({ together }: { readonly together: readonly Conflict[] }) => {
  const translate = useTranslate();
  const format = useFormat();
  const [conflict] = together;
  if (!conflict) return null;
  const { juror, structure, state, motive } = conflict;
  const awards = format.list([...new Set(together.flatMap(({ mandates }) => mandates.map(awardName)))]);
  const whom =
    together.length === 1 ? structure.name : translate('room.conflict.any', { smart_count: together.length });
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gap: 2,
        px: 5,
        py: 3,
        borderTop: 1,
        borderColor: 'divider',
        alignItems: 'start',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) auto' },
      }}
    >
      <Box sx={{ minWidth: 0, fontSize: '0.875rem' }}>
        <Box sx={{ mb: 1 }}>
          <strong>{juror.name}</strong> {translate('room.conflict.with')} <strong>{whom}</strong>
        </Box>
        <Reason conflict={conflict} />
        <Typography variant="body2" sx={{ mt: 1, color: 'text.secondary' }}>
          {translate(state === 'DISMISSED' ? 'room.conflict.wouldCost' : 'room.conflict.costs', { awards })}
        </Typography>
        {motive && (
          <Typography variant="body2" sx={{ mt: 1 }}>
            {translate('room.conflict.dismissedFor', { motive })}
          </Typography>
        )}
      </Box>
      <Acts conflict={conflict} alone={together.length === 1} />
    </Box>
  );
};

/** From the tie, step by step, to the structure. */
const Reason = ({ conflict: { affiliation, path } }: { readonly conflict: Conflict }) => {
  const translate = useTranslate();
  const tieInWords = useTieInWords();
  if (!affiliation) return translate('room.conflict.neverChecked');
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 1, alignItems: 'center' }}>
      <span>{tieInWords(affiliation)}</span>
      <Tag label={translate(`enum.TieKnowledge.${affiliation.known}`)} />
      {path === null && <Tag tone="warning" label={translate('room.conflict.unknownBody')} />}
      {path?.map(({ relation, name }) => (
        <span key={`${relation}.${name}`}>→ {translate(`room.conflict.step.${relation}`, { name })}</span>
      ))}
    </Box>
  );
};

/** Verify its tie, confirm it, set it aside, look at it again: what its state leaves. */
const Acts = ({ conflict, alone }: { readonly conflict: Conflict; readonly alone: boolean }) => {
  const translate = useTranslate();
  const [deed, setDeed] = useState<'confirm' | Ruling | null>(null);
  const { juror, structure, state, affiliation, confirmed } = conflict;
  const about = { name: juror.name, structure: structure.name };
  const close = () => setDeed(null);
  const verifiable = affiliation !== null && affiliation.known !== 'VERIFIED' && state !== 'DISMISSED';
  const doubtful = affiliation?.known === 'VERIFIED' && state === 'TO_CONFIRM' && alone;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, ml: { xs: -2, md: 0 } }}>
      {(verifiable || doubtful) && (
        <Button
          size="small"
          variant="outlined"
          aria-label={translate(doubtful ? 'room.conflict.upholdOf' : 'room.conflict.confirmOf', about)}
          onClick={() => setDeed(doubtful ? 'uphold' : 'confirm')}
        >
          {translate('room.conflict.confirm')}
        </Button>
      )}
      {alone && state !== 'CERTAIN' && state !== 'DISMISSED' && (
        <Button
          size="small"
          aria-label={translate('room.conflict.dismissOf', about)}
          onClick={() => setDeed('dismiss')}
        >
          {translate('room.conflict.dismiss')}
        </Button>
      )}
      {(state === 'DISMISSED' || confirmed) && (
        <Button
          size="small"
          aria-label={translate(confirmed ? 'room.conflict.reconsiderOf' : 'room.conflict.restoreOf', about)}
          onClick={() => setDeed(confirmed ? 'reconsider' : 'restore')}
        >
          {translate(confirmed ? 'room.conflict.reconsider' : 'room.conflict.restore')}
        </Button>
      )}
      {deed === 'confirm' && affiliation && (
        <TieDialog juror={juror} tie={affiliation} verifies={structure} onClose={close} />
      )}
      {deed !== null && deed !== 'confirm' && <ConflictDialog conflict={conflict} deed={deed} onClose={close} />}
    </Box>
  );
};
