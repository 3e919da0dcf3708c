import { Alert, Box } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useRecordContext, useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { Chip } from '../kernel/chips.tsx';
import { useFormat } from '../kernel/format.ts';
import { EditLink } from '../kernel/record/EditLink.tsx';
import { Fact, Facts } from '../kernel/record/Facts.tsx';
import { RecordPage } from '../kernel/record/RecordPage.tsx';
import { Section } from '../kernel/record/Section.tsx';
import { Awards } from './Awards.tsx';
import { ConflictSummary } from './ConflictSummary.tsx';
import { InviteButton } from './InviteButton.tsx';
import { Meetings } from './Meetings.tsx';
import { Members } from './Members.tsx';
import { PanelProgress, type PanelSheet } from './panel.graphql.ts';
import { RemindButton } from './RemindButton.tsx';
import { lacksOf, panelState } from './state.ts';

/** One panel: who sits and how far they have come, what they decide on, their conflicts, when they meet. */
export const PanelShow = () => (
  <RecordPage noun="panel" state={<State />} actions={<Actions />}>
    <Body />
  </RecordPage>
);

/** What a list has read of a panel lacks the names of its members: the page waits for the whole. */
const usePanel = (): PanelSheet | undefined => {
  const panel = useRecordContext<PanelSheet>();
  return panel?.jurors.every((juror) => 'name' in juror) && panel.mandates.every((one) => 'mode' in one)
    ? panel
    : undefined;
};

const useProgress = (id: string | undefined) =>
  useQuery({
    queryKey: ['panel', 'progress', id],
    queryFn: ({ signal }) => run(PanelProgress, { id: id ?? '' }, signal),
    enabled: id !== undefined,
  }).data;

const State = () => {
  const panel = usePanel();
  return panel ? <Chip of="PanelState" value={panelState(panel)} /> : null;
};

const Actions = () => {
  const panel = usePanel();
  const progress = useProgress(panel?.id);
  if (!panel) return null;
  return (
    <>
      <EditLink variant="outlined" />
      <RemindButton panel={panel} progress={progress} />
      <InviteButton panel={panel} />
    </>
  );
};

const Body = () => {
  const translate = useTranslate();
  const panel = usePanel();
  const progress = useProgress(panel?.id);
  if (!panel) return null;
  return (
    <>
      {panel.jurors.length > 0 && (
        <Box sx={{ display: 'grid', gap: 2, mb: lacksOf(panel).length > 0 ? 4 : 0 }}>
          {lacksOf(panel).map((lack) => (
            <Alert key={lack} severity={lack === 'noChair' ? 'warning' : 'info'}>
              {translate(`room.panel.${lack}`)}
            </Alert>
          ))}
        </Box>
      )}
      <Members panel={panel} progress={progress} />
      <Awards panel={panel} progress={progress} />
      <ConflictSummary panel={panel} progress={progress} />
      <Meetings panel={panel} />
      <Terms panel={panel} />
    </>
  );
};

const Terms = ({ panel }: { readonly panel: PanelSheet }) => {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Section title={translate('room.panel.rules')}>
      <Facts>
        <Fact source="meetsOn">{panel.meetsOn && format.day(panel.meetsOn)}</Fact>
        <Fact source="tieYears">{translate('room.panel.years', { smart_count: panel.tieYears })}</Fact>
        <Fact source="secondFactor">{translate(panel.secondFactor ? 'list.yes' : 'list.no')}</Fact>
        <Fact source="terms" wide>
          <Box component="span" sx={{ whiteSpace: 'pre-line' }}>
            {panel.terms}
          </Box>
        </Fact>
      </Facts>
    </Section>
  );
};
