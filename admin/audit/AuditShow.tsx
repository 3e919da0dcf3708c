import { Alert, Button } from '@mui/material';
import { useState } from 'react';
import { useBasename, useRecordContext, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Chip } from '../kernel/chips.tsx';
import { useEdition } from '../kernel/edition.tsx';
import { useFormat } from '../kernel/format.ts';
import { Fact, Facts } from '../kernel/record/Facts.tsx';
import { RecordPage } from '../kernel/record/RecordPage.tsx';
import { Section } from '../kernel/record/Section.tsx';
import type { AuditSheet } from './audit.graphql.ts';
import { DecideDialog, type Verdict } from './DecideDialog.tsx';
import { Events } from './Events.tsx';
import { Measurements } from './Measurements.tsx';

/** One test: where, when, whether it counts, and what was found step by step. */
export const AuditShow = () => (
  <RecordPage noun="audit" state={<State />} actions={<Actions />}>
    <Contact />
    <Events />
    <Measurements />
  </RecordPage>
);

const State = () => <Chip of="AuditState" value={useRecordContext<AuditSheet>()?.state} />;

const Actions = () => {
  const translate = useTranslate();
  const audit = useRecordContext<AuditSheet>();
  const edition = useEdition();
  const basename = useBasename();
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  if (!audit || !edition?.rights.includes('CONTROL')) return null;
  return (
    <>
      <Button component={Link} to={`${basename}/control/${audit.id}`}>
        {translate('room.audit.toControl')}
      </Button>
      {audit.state !== 'REJECTED' && (
        <Button color="error" onClick={() => setVerdict('REJECTED')}>
          {translate('room.audit.reject')}
        </Button>
      )}
      {audit.state !== 'VALIDATED' && (
        <Button variant="contained" onClick={() => setVerdict('VALIDATED')}>
          {translate('room.audit.validate')}
        </Button>
      )}
      <DecideDialog verdict={verdict} ids={[audit.id]} count={1} onClose={() => setVerdict(null)} />
    </>
  );
};

const Contact = () => {
  const translate = useTranslate();
  const format = useFormat();
  const basename = useBasename();
  const audit = useRecordContext<AuditSheet>();
  if (!audit) return null;
  const { enrolment, channel, upload } = audit;
  return (
    <Section title={translate('room.audit.contact')}>
      {audit.stateReason && (
        <Alert severity={audit.state === 'REJECTED' ? 'error' : 'info'} sx={{ mb: 4 }}>
          {audit.stateReason}
        </Alert>
      )}
      <Facts>
        <Fact source="structure">
          <Link to={`${basename}/enrolment/${enrolment.id}/show`}>{enrolment.structure.name}</Link>
        </Fact>
        <Fact source="category">{enrolment.category.label}</Fact>
        <Fact source="channel">{channel.label}</Fact>
        <Fact source="performedOn">{format.day(audit.performedOn)}</Fact>
        <Fact source="reference">{audit.reference}</Fact>
        <Fact source="gridNumber">{translate('room.version.name', { number: channel.gridNumber })}</Fact>
        <Fact source="upload">{upload?.name}</Fact>
      </Facts>
    </Section>
  );
};
