import { Alert, Button, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useBasename, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { run } from '../kernel/api.ts';
import { type EditionInForce, useEdition } from '../kernel/edition.tsx';
import { EditionPage } from '../kernel/layout/EditionPage.tsx';
import { Section } from '../kernel/record/Section.tsx';
import { Loading, RefusedBy } from '../kernel/states.tsx';
import { useAct } from '../kernel/useAct.ts';
import { Costs } from './Costs.tsx';
import { DrawCard } from './DrawCard.tsx';
import { Gaps } from './Gaps.tsx';
import { HeatMap } from './HeatMap.tsx';
import { DrawPlan, PlanToday } from './plan.graphql.ts';
import { RulesForm } from './RulesForm.tsx';
import { WithoutDialog } from './WithoutDialog.tsx';

const POLL_MS = 700;

/** The plan of the edition: its rules, its draws, what it comes to week by week, and where it departs from the rules. */
export const PlanPage = () => (
  <EditionPage resource="plan" title="room.planning.title" tabs={false}>
    {(edition) => <Plan key={edition.id} edition={edition} />}
  </EditionPage>
);

const Plan = ({ edition }: { readonly edition: EditionInForce }) => {
  const translate = useTranslate();
  const basename = useBasename();
  const open = useEdition()?.rights.includes('PLAN') ?? false;
  const [leaving, setLeaving] = useState(false);
  const [typing, setTyping] = useState(false);
  const { act, pending, refusal } = useAct(['plan']);
  const { data, error, refetch } = useQuery({
    queryKey: ['plan', edition.id],
    queryFn: ({ signal }) => run(PlanToday, { editionId: edition.id }, signal),
    refetchInterval: ({ state }) =>
      state.data?.planDraws.items.some((each) => each.state === 'DRAWING') ? POLL_MS : false,
    staleTime: 0,
  });
  if (error) return <RefusedBy error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const { planDraws, planFigures: figures, auditors } = data;
  const [last] = planDraws.items;
  const planned = figures.weeks.reduce((sum, each) => sum + each.planned, 0);
  const begin = (mend: boolean) => void act(DrawPlan, { editionId: edition.id, mend, without: null });
  // What is typed and not saved would be drawn without, and a rule bent meanwhile would take it away.
  const busy = pending || typing || last?.state === 'DRAWING';
  return (
    <>
      {refusal && (
        <Alert severity="error" role="alert" sx={{ mb: 4 }}>
          {refusal}
        </Alert>
      )}
      {!open && (
        <Alert severity="info" sx={{ mb: 4 }}>
          {translate('room.planning.closed')}
        </Alert>
      )}
      {(open || planned > 0) && (
        <Section
          title={translate('room.planning.drawTitle')}
          aside={
            planned > 0 && (
              <Link to={`${basename}/assignment`}>{translate('room.planning.list', { smart_count: planned })}</Link>
            )
          }
        >
          {open && (
            <>
              {typing && (
                <Alert severity="info" sx={{ mb: 4 }}>
                  {translate('room.planning.typing')}
                </Alert>
              )}
              <Typography sx={{ maxWidth: 720, mb: 4 }}>
                {translate(planned > 0 ? 'room.planning.mendMore' : 'room.planning.drawMore')}
              </Typography>
              {planned > 0 && (
                <Button variant="contained" disabled={busy} onClick={() => begin(true)} sx={{ mr: 2, mb: 2 }}>
                  {translate('room.planning.mend')}
                </Button>
              )}
              <Button
                variant={planned > 0 ? 'outlined' : 'contained'}
                disabled={busy}
                onClick={() => begin(false)}
                sx={{ mr: 2, mb: 2 }}
              >
                {translate(planned > 0 ? 'room.planning.again' : 'room.planning.draw')}
              </Button>
              {planned > 0 && (
                <Button variant="outlined" disabled={busy} onClick={() => setLeaving(true)} sx={{ mb: 2 }}>
                  {translate('room.planning.without')}
                </Button>
              )}
            </>
          )}
        </Section>
      )}
      {leaving && <WithoutDialog edition={edition} auditors={auditors.items} onClose={() => setLeaving(false)} />}
      {last && <DrawCard key={last.id} draw={last} edition={edition} open={open} mend={planned > 0} busy={busy} />}
      {planned > 0 && <HeatMap figures={figures} />}
      {planned > 0 && <Gaps figures={figures} />}
      {planned > 0 && <Costs figures={figures} />}
      <RulesForm edition={edition} open={open} onTyping={setTyping} />
    </>
  );
};
