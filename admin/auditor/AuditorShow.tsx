import { useRecordContext, useTranslate } from 'react-admin';
import { Tag } from '../kernel/chips.tsx';
import { useFormat } from '../kernel/format.ts';
import { EditLink } from '../kernel/record/EditLink.tsx';
import { Fact, Facts } from '../kernel/record/Facts.tsx';
import { RecordPage } from '../kernel/record/RecordPage.tsx';
import { Section } from '../kernel/record/Section.tsx';
import type { Auditor } from './auditor.graphql.ts';
import { LeaveButton, Left } from './Leaving.tsx';
import { Quality } from './Quality.tsx';
import { Ties } from './Ties.tsx';

/** One mystery citizen: what they test, how their work is, and the structures they never test. */
export const AuditorShow = () => (
  <RecordPage
    noun="auditor"
    state={<State />}
    actions={
      <>
        <EditLink />
        <LeaveButton />
      </>
    }
  >
    <Left />
    <Known />
    <Quality />
    <Ties />
  </RecordPage>
);

const State = () => {
  const translate = useTranslate();
  const auditor = useRecordContext<Auditor>();
  return auditor?.leftAt ? <Tag label={translate('room.auditor.left')} /> : null;
};

const Known = () => {
  const translate = useTranslate();
  const format = useFormat();
  const auditor = useRecordContext<Auditor>();
  if (!auditor) return null;
  const { code, email, channels, departments, weekMost } = auditor;
  return (
    <Section title={translate('room.auditor.who')}>
      <Facts>
        <Fact source="code">{code}</Fact>
        <Fact source="email">{email}</Fact>
        <Fact source="channels">{format.list(channels.map((each) => translate(`enum.ChannelCode.${each}`)))}</Fact>
        <Fact source="departments">{departments.toSorted().join(', ')}</Fact>
        <Fact source="weekMost">
          {weekMost === null ? translate('room.auditor.weekMostOfPlan') : format.number(weekMost)}
        </Fact>
      </Facts>
    </Section>
  );
};
