import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { CountOf } from '../kernel/count/CountOf.tsx';
import { useFormat } from '../kernel/format.ts';
import type { Deliberation, Round } from './record.ts';

/** What was moved and voted, how it was counted, how a tie was parted, who dissents. */
export const Votes = ({
  round,
  candidates,
}: {
  readonly round: Round;
  readonly candidates: Deliberation['candidates'];
}) => {
  const translate = useTranslate();
  const format = useFormat();
  const nameOf = (code: string) => {
    const found = candidates.find((one) => one.code === code);
    return found ? `${found.structure.name} (${code})` : code;
  };
  const { motion, turnout, count, casting, outcome, among, dissents, brokenOff } = round;
  const names = format.list(among.map(nameOf));
  const lines = [
    motion && translate('room.decision.motion', { mover: motion.mover, motive: motion.motive }),
    count &&
      turnout &&
      [
        translate('room.decision.cast', { smart_count: turnout.cast }),
        translate('room.decision.votes', { smart_count: turnout.votes }),
        translate('room.decision.blank', { smart_count: turnout.blank }),
        translate('room.decision.invalid', { smart_count: turnout.invalid }),
        translate('room.decision.abstained', { smart_count: turnout.abstained }),
      ].join(', '),
    count?.mode === 'RATIFY' && translate('room.decision.sides', { for: count.for, against: count.against }),
    casting && translate('room.decision.casting', { name: casting.by }),
    outcome && translate(`room.decision.outcome.${outcome.replace(' ', '_')}`, { names, _: names }),
    brokenOff && translate('room.decision.brokenOff', { motive: brokenOff }),
    ...dissents.map(({ name, text }) => translate('room.decision.dissent', { name, text })),
  ].filter((line): line is string => !!line);
  return (
    <>
      <Box component="ul" sx={{ m: 0, mt: 2, pl: 5 }}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </Box>
      {count && count.mode !== 'RATIFY' && (
        <Box sx={{ mt: 4 }}>
          <CountOf candidates={candidates.map(named)} count={count} first={among} />
        </Box>
      )}
    </>
  );
};

const named = ({ code, structure }: Deliberation['candidates'][number]) => ({ code, name: structure.name });
