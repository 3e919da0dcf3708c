import { Alert, Box, Button } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useBasename, useTranslate } from 'react-admin';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router-dom';
import { run } from '../kernel/api.ts';
import { Chip } from '../kernel/chips.tsx';
import { useEdition } from '../kernel/edition.tsx';
import { useFormat } from '../kernel/format.ts';
import { useKeys } from '../kernel/keys/keys.ts';
import { EditionPage } from '../kernel/layout/EditionPage.tsx';
import { PageActions } from '../kernel/layout/PageHead.tsx';
import { Fact, Facts } from '../kernel/record/Facts.tsx';
import { Section } from '../kernel/record/Section.tsx';
import { Loading, RefusedBy } from '../kernel/states.tsx';
import { Answers } from './Answers.tsx';
import { Corrections } from './Corrections.tsx';
import { ControlLines, type ControlSheet, Sheet, type State, type View } from './control.graphql.ts';
import { Evidences } from './Evidences.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import { Questions } from './Questions.tsx';
import { Steps } from './Steps.tsx';

/** One test, as those who control look at it: what was found beside what shows it, what is asked, all that was done. */
export const SheetPage = () => (
  <EditionPage resource="control" title="room.control.one" tabs={false}>
    {() => <Read />}
  </EditionPage>
);

const Read = () => {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['control', 'sheet', id],
    queryFn: ({ signal }) => run(Sheet, { id }, signal),
  });
  if (error) return <RefusedBy error={error} retry={() => void refetch()} />;
  return data ? <Whole key={id} sheet={data.controlSheet} scanned={data.evidenceRules.scanned} /> : <Loading />;
};

const Whole = ({ sheet, scanned }: { readonly sheet: ControlSheet; readonly scanned: boolean }) => {
  const { audit } = sheet;
  return (
    <>
      <Actions sheet={sheet} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, alignItems: 'center', mb: 4, fontSize: '1rem' }}>
        <strong>{audit.enrolment.structure.name}</strong>
        <Chip of="AuditState" value={audit.state} />
      </Box>
      {audit.stateReason && (
        <Alert severity={audit.state === 'REJECTED' ? 'error' : 'info'} sx={{ mb: 4 }}>
          {audit.stateReason}
        </Alert>
      )}
      {sheet.suspicions.map((suspicion, i) => (
        <Suspected key={`${suspicion.kind} ${i.toString()}`} of={audit.id} suspicion={suspicion} />
      ))}
      <Box
        sx={{
          ...{ display: 'grid', gap: { xs: 0, lg: 6 }, alignItems: 'start' },
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 3fr) minmax(0, 2fr)' },
        }}
      >
        <Box sx={{ minWidth: 0 }}>
          <Contact sheet={sheet} />
          <Answers sheet={sheet} />
          <Corrections corrections={sheet.corrections} />
        </Box>
        <Box sx={{ minWidth: 0 }}>
          <Evidences
            pieces={sheet.evidences}
            scanned={scanned}
            criteria={audit.measurements.map(({ criterion }) => criterion)}
          />
          <Questions questions={sheet.questions} />
          <Steps steps={sheet.steps} />
        </Box>
      </Box>
    </>
  );
};

interface SuspectedProps {
  readonly of: string;
  readonly suspicion: ControlSheet['suspicions'][number];
}

/** What should be looked at, with the way to the other test it is about. */
const Suspected = ({ of, suspicion: { kind, audit, other: second, measure } }: SuspectedProps) => {
  const translate = useTranslate();
  const basename = useBasename();
  const other = audit.id === of ? second : audit;
  const reference = other?.reference ?? '';
  return (
    <Alert
      severity="warning"
      sx={{ mb: 4 }}
      action={
        other && (
          <Link to={`${basename}/control/${other.id}`}>{translate('room.control.openOther', { reference })}</Link>
        )
      }
    >
      {translate(`room.control.suspect.${kind}`, {
        ...{ reference, percent: Math.round(measure * 100), seconds: Math.abs(Math.round(measure)) },
      })}
    </Alert>
  );
};

/** The ways that are open, at most three; V, R and N on the keyboard. */
const Actions = ({ sheet }: { readonly sheet: ControlSheet }) => {
  const translate = useTranslate();
  const edition = useEdition();
  const [to, setTo] = useState<State | null>(null);
  const next = useNext(sheet.id);
  const open = edition?.rights.includes('CONTROL') ?? false;
  const way = (state: State) => sheet.ways.find((each) => each.state === state);
  const go = (state: State) => open && way(state) && setTo(state);
  useKeys({ v: () => go('VALIDATED'), r: () => go('REJECTED'), n: () => next() });
  const first: State = sheet.audit.state === 'SUBMITTED' ? 'IN_CONTROL' : 'TO_REDO';
  return (
    <PageActions>
      <Button color="inherit" onClick={() => next()}>
        {translate('room.control.next')}
      </Button>
      {open &&
        [first, 'REJECTED' as const, 'VALIDATED' as const].filter(way).map((state) => (
          <Button
            key={state}
            variant={state === 'VALIDATED' ? 'contained' : 'text'}
            color={state === 'REJECTED' || state === 'TO_REDO' ? 'error' : 'primary'}
            onClick={() => setTo(state)}
          >
            {translate(`room.control.do.${state}`)}
          </Button>
        ))}
      {to && <MoveDialog audit={sheet.audit} way={way(to)} onClose={() => setTo(null)} />}
    </PageActions>
  );
};

/** Goes to the next test of the list one came from, or back to it. */
function useNext(id: string): () => void {
  const navigate = useNavigate();
  const basename = useBasename();
  const edition = useEdition();
  const [address] = useSearchParams();
  const view = (address.get('view') ?? 'WAITING') as View;
  const { data } = useQuery({
    queryKey: ['control', 'lines', edition?.id, view, 1, ''],
    queryFn: ({ signal }) => run(ControlLines, { editionId: edition?.id ?? '', view, page: 1, q: null }, signal),
    enabled: edition !== undefined,
  });
  const lines = data?.controlLines.items ?? [];
  const here = lines.findIndex((each) => each.id === id);
  const after = lines[here + 1] ?? lines.find((each) => each.id !== id);
  return () => navigate(after ? `${basename}/control/${after.id}?view=${view}` : `${basename}/control?view=${view}`);
}

const Contact = ({ sheet }: { readonly sheet: ControlSheet }) => {
  const translate = useTranslate();
  const format = useFormat();
  const basename = useBasename();
  const { audit, auditorCode } = sheet;
  return (
    <Section title={translate('room.audit.contact')}>
      <Facts>
        <Fact source="category">{audit.enrolment.category.label}</Fact>
        <Fact source="channel">{audit.channel.label}</Fact>
        <Fact source="performedOn">{format.day(audit.performedOn)}</Fact>
        <Fact source="reference">
          <Link to={`${basename}/audit/${audit.id}/show`}>{audit.reference}</Link>
        </Fact>
        <Fact source="auditor">{auditorCode ?? translate('room.control.fromFile')}</Fact>
        {audit.beganAt && <Fact source="beganAt">{format.instantIn(audit.beganAt, audit.zone)}</Fact>}
        {audit.endedAt && <Fact source="endedAt">{format.instantIn(audit.endedAt, audit.zone)}</Fact>}
      </Facts>
      {audit.events.length > 0 && (
        <Box component="ol" sx={{ listStyle: 'none', m: 0, mt: 4, p: 0 }}>
          {audit.events.map(({ id, kind, at }) => (
            <Box component="li" key={id} sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
              <Box component="span" sx={{ minWidth: 160, fontWeight: 600 }}>
                {translate(`enum.EventKind.${kind}`)}
              </Box>
              <time dateTime={at}>{format.instantIn(at, audit.zone)}</time>
            </Box>
          ))}
        </Box>
      )}
      {audit.verbatim && (
        <Box
          component="blockquote"
          sx={{ m: 0, mt: 4, pl: 4, borderLeft: 3, borderColor: 'divider', whiteSpace: 'pre-line' }}
        >
          {audit.verbatim}
        </Box>
      )}
    </Section>
  );
};
