import { Box, Button, Card, Typography } from '@mui/material';
import { useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Chip } from '../kernel/chips.tsx';
import { useFormat } from '../kernel/format.ts';
import { awardName } from '../kernel/jury.ts';
import { SERIF } from '../kernel/theme.ts';
import { ApproveDialog } from './ApproveDialog.tsx';
import { AskDialog } from './AskDialog.tsx';
import { ConsentDialog } from './ConsentDialog.tsx';
import type { Praise } from './state.ts';
import { WriteDialog } from './WriteDialog.tsx';

interface PointCardProps {
  readonly praise: Praise;
  /** Whether the phase lets it change. */
  readonly open: boolean;
  readonly editionId: string;
}

/** One laureate: its point remarquable, who wrote, approved and agreed, and the next step. */
export const PointCard = ({ praise, open, editionId }: PointCardProps) => {
  const id = useId();
  const { trophy, structure, point, state } = praise;
  return (
    <Card component="section" aria-labelledby={id} sx={{ p: 5 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3, rowGap: 1, alignItems: 'center' }}>
        <Typography id={id} component="h2" variant="h3" sx={{ flex: '1 1 240px' }}>
          {structure.name}
        </Typography>
        <Chip of="PointState" value={state} />
      </Box>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {awardName(trophy)}
      </Typography>
      {point && (
        <Typography sx={{ mt: 3, fontFamily: SERIF, fontSize: '1rem', whiteSpace: 'pre-line' }}>
          {point.text}
        </Typography>
      )}
      <Trail praise={praise} />
      {open && <Steps praise={praise} editionId={editionId} />}
    </Card>
  );
};

/** Who wrote it, who approved it, who agreed to it for the laureate. */
const Trail = ({ praise: { point } }: { readonly praise: Praise }) => {
  const translate = useTranslate();
  const format = useFormat();
  if (!point) return null;
  const { authorName, approvedByName, approvedAt, consent, consentBy, consentAt, askedAt, evidence } = point;
  const said = [
    translate('room.point.writtenBy', { name: authorName, smart_count: evidence.length }),
    approvedAt && translate('room.point.approvedBy', { name: approvedByName, day: format.day(approvedAt) }),
    askedAt && consent === 'PENDING' && translate('room.point.askedOn', { day: format.day(askedAt) }),
    consent !== 'PENDING' && translate(`room.point.consent.${consent}`, { by: consentBy, day: format.day(consentAt) }),
  ].filter(Boolean);
  return (
    <Typography variant="caption" component="div" sx={{ mt: 2, color: 'text.secondary' }}>
      {said.join(' · ')}
    </Typography>
  );
};

type Deed = 'write' | 'approve' | 'ask' | 'consent';

/** The next step first, then what may still be done. */
const Steps = ({ praise, editionId }: Pick<PointCardProps, 'praise' | 'editionId'>) => {
  const translate = useTranslate();
  const [deed, setDeed] = useState<Deed | null>(null);
  const { point, state, structure } = praise;
  const due: Readonly<Record<Praise['state'], Deed | null>> = {
    ...{
      MISSING: 'write',
      WRITTEN: 'approve',
      APPROVED: point?.askedAt ? 'consent' : 'ask',
      READY: null,
      REFUSED: 'write',
    },
  };
  const toAsk = state === 'APPROVED' && !point?.askedAt;
  const deeds: Deed[] = point
    ? [...(point.approvedAt ? [] : ['approve' as const]), ...(toAsk ? ['ask' as const] : []), 'consent', 'write']
    : ['write'];
  const wordOf = (one: Deed) => (one === 'write' && point ? 'rewrite' : one);
  const close = () => setDeed(null);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mt: 4 }}>
      {deeds.map((one) => (
        <Button
          key={one}
          size="small"
          variant={due[state] === one ? 'outlined' : 'text'}
          aria-label={translate(`room.point.of.${wordOf(one)}`, { name: structure.name })}
          onClick={() => setDeed(one)}
        >
          {translate(`room.point.do.${wordOf(one)}`)}
        </Button>
      ))}
      {deed === 'write' && <WriteDialog praise={praise} editionId={editionId} onClose={close} />}
      {deed === 'approve' && point && <ApproveDialog point={point} name={structure.name} onClose={close} />}
      {deed === 'ask' && point && <AskDialog point={point} name={structure.name} onClose={close} />}
      {deed === 'consent' && point && <ConsentDialog point={point} name={structure.name} onClose={close} />}
    </Box>
  );
};
