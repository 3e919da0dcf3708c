import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useNamesOf } from '../kernel/count/Who.tsx';
import { Section } from '../kernel/record/Section.tsx';
import { useAct } from '../kernel/useAct.ts';
import type { Duty } from './item.ts';
import { MotionDialog } from './MotionDialog.tsx';
import { type Item, WithdrawMotion } from './meeting.graphql.ts';

/** The motion before the panel, or the way to move one against the ranking. */
export const MotionPart = ({ item, duty }: { readonly item: Item; readonly duty: Duty }) => {
  const translate = useTranslate();
  const namesOf = useNamesOf();
  const { act, pending, refusal } = useAct(['meeting']);
  const [open, setOpen] = useState(false);
  const { motion, mode, ballotsCast } = item;
  if (mode !== 'RATIFY') return null;
  if (!motion)
    return duty === 'LISTEN' ? (
      <Box>
        <Button variant="outlined" sx={{ minHeight: 48 }} onClick={() => setOpen(true)}>
          {translate('motion.move')}
        </Button>
        {open && <MotionDialog item={item} onClose={() => setOpen(false)} />}
      </Box>
    ) : null;
  return (
    <Section
      title={translate('motion.one')}
      aside={
        motion.mine &&
        ballotsCast === 0 && (
          <Button color="inherit" disabled={pending} onClick={() => void act(WithdrawMotion, { id: item.id })}>
            {translate('motion.withdraw')}
          </Button>
        )
      }
    >
      <Typography sx={{ fontSize: '1.25rem', fontWeight: 650, lineHeight: 1.3 }}>
        {motion.codes.length === 0
          ? translate('motion.toNobody')
          : translate('motion.to', { names: namesOf(item.candidates, motion.codes) })}
      </Typography>
      <Typography sx={{ mt: 2, fontSize: '1rem', whiteSpace: 'pre-line' }}>{motion.motive}</Typography>
      <Typography variant="body2" sx={{ mt: 2, color: 'text.secondary' }}>
        {translate('motion.by', { name: motion.mover })}
      </Typography>
      {refusal && (
        <Typography role="alert" sx={{ color: 'error.main', mt: 2 }}>
          {refusal}
        </Typography>
      )}
    </Section>
  );
};
