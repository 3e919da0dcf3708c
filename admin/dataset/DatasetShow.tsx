import { useRecordContext, useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { Fact, Facts } from '../kernel/record/Facts.tsx';
import { RecordPage } from '../kernel/record/RecordPage.tsx';
import { Section } from '../kernel/record/Section.tsx';
import type { Dataset } from './dataset.graphql.ts';

/** One published version: when it went out, and the fingerprint by which anyone can check it. */
export const DatasetShow = () => (
  <RecordPage noun="dataset">
    <Content />
  </RecordPage>
);

const Content = () => {
  const translate = useTranslate();
  const format = useFormat();
  const dataset = useRecordContext<Dataset>();
  if (!dataset) return null;
  return (
    <Section title={translate('room.dataset.one')}>
      <Facts>
        <Fact source="publishedAt">{format.instant(dataset.publishedAt)}</Fact>
        <Fact source="number">{format.number(dataset.number)}</Fact>
        <Fact source="hash" wide>
          <code>{dataset.hash}</code>
        </Fact>
      </Facts>
      <p>{translate('room.dataset.hashHelp')}</p>
    </Section>
  );
};
