import { Alert, Button, LinearProgress, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Chip } from '../kernel/chips.tsx';
import type { EditionInForce } from '../kernel/edition.tsx';
import { useFormat } from '../kernel/format.ts';
import { Section } from '../kernel/record/Section.tsx';
import { useAct } from '../kernel/useAct.ts';
import { BendButton } from './BendButton.tsx';
import { Changes } from './Changes.tsx';
import { Clash } from './Clash.tsx';
import { ApplyDraw, type Draw, StopDraw } from './plan.graphql.ts';

interface DrawCardProps {
  readonly draw: Draw;
  readonly edition: EditionInForce;
  readonly open: boolean;
  /** Whether there is a plan to mend. */
  readonly mend: boolean;
  /** Whether nothing can be drawn now. */
  readonly busy: boolean;
}

/** The latest draw: how far it is, what it would change, the rules that clash. */
export const DrawCard = ({ draw, edition, open, mend, busy }: DrawCardProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const { act, pending, refusal } = useAct(['plan']);
  const { id, number, state, report, failure, without, startedAt, startedByName, seed, done } = draw;
  const looked = translate('room.planning.looked', { smart_count: done ?? 0, count: format.number(done ?? 0) });
  return (
    <Section title={translate('room.planning.number', { number })} aside={<Chip of="DrawState" value={state} />}>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {translate('room.planning.startedBy', { name: startedByName, at: format.instant(startedAt), seed })}
        {without && ` ${translate('room.planning.doesWithout', { name: without.name })}`}
      </Typography>
      {(refusal ?? failure) && (
        <Alert severity="error" role="alert" sx={{ mt: 3 }}>
          {refusal ?? translate(`refusal.${failure}`)}
        </Alert>
      )}
      {state === 'DRAWING' && (
        <>
          <Typography role="status" sx={{ mt: 3, fontVariantNumeric: 'tabular-nums' }}>
            {looked}
          </Typography>
          <LinearProgress aria-label={looked} sx={{ my: 3, height: 6, borderRadius: 1 }} />
          <Button color="inherit" variant="outlined" disabled={pending} onClick={() => void act(StopDraw, { id })}>
            {translate('room.planning.stop')}
          </Button>
        </>
      )}
      {state === 'DRAWN' && report && (
        <>
          <Typography sx={{ mt: 3 }}>
            {translate('room.planning.comesTo', {
              tests: format.number(report.tests),
              added: format.number(report.added),
              moved: format.number(report.moved),
              removed: format.number(report.removed),
            })}{' '}
            {report.fewest !== null && translate(report.fewest ? 'room.planning.fewest' : 'room.planning.few')}{' '}
            {report.cents != null && translate('room.planning.comesToEuros', { euros: format.euros(report.cents) })}
          </Typography>
          <Changes draw={draw} />
          {open && (
            <Button variant="contained" disabled={pending} onClick={() => void act(ApplyDraw, { id })} sx={{ mt: 4 }}>
              {translate('room.planning.apply')}
            </Button>
          )}
        </>
      )}
      {state === 'CLASHING' && report?.clash && (
        <Clash clash={report.clash} relaxation={report.relaxation}>
          {open && report.relaxation && (
            <BendButton edition={edition} draw={draw} bends={report.relaxation.bends} mend={mend} busy={busy} />
          )}
        </Clash>
      )}
      {state === 'UNDECIDED' && report && (
        <Alert severity="warning" sx={{ mt: 3 }}>
          {translate('room.planning.undecided', { names: format.list(report.unplaced.map(({ name }) => name)) })}
        </Alert>
      )}
    </Section>
  );
};
