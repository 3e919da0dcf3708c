import { Alert, Button, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import type { EditionInForce } from '../kernel/edition.tsx';
import { useAct } from '../kernel/useAct.ts';
import { type Bends, bent } from './bends.ts';
import { type Draw, DrawPlan, SavePlanRules } from './plan.graphql.ts';
import { asSaved, rulesOf } from './rules.ts';

interface BendButtonProps {
  readonly edition: EditionInForce;
  readonly draw: Draw;
  readonly bends: Bends;
  readonly mend: boolean;
  readonly busy: boolean;
}

/** Bends the rules as the cheapest way out says, and draws again, as the draw that clashed did. */
export const BendButton = ({ edition, draw, bends, mend, busy }: BendButtonProps) => {
  const translate = useTranslate();
  const { attempt, pending, refusal } = useAct(['plan']);
  const { data } = useQuery(rulesOf(edition.id));
  if (!data) return null;
  const rules = bent(data.planRules, bends);
  if (!rules) return <Typography sx={{ mt: 3 }}>{translate('room.planning.bentSince')}</Typography>;
  const bend = async () => {
    await run(SavePlanRules, asSaved(edition.id, rules));
    return run(DrawPlan, { editionId: edition.id, mend, without: draw.without?.id ?? null });
  };
  return (
    <>
      {refusal && (
        <Alert severity="error" role="alert" sx={{ mt: 3 }}>
          {refusal}
        </Alert>
      )}
      <Button variant="contained" disabled={pending || busy} onClick={() => void attempt(bend)} sx={{ mt: 3 }}>
        {translate('room.planning.bendSo')}
      </Button>
    </>
  );
};
