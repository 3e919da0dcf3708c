import { Box } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useRecordContext, useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { Chip } from '../kernel/chips.tsx';
import { useFormat } from '../kernel/format.ts';
import { UsageSection } from '../kernel/partner/UsageSection.tsx';
import { useScopeInWords } from '../kernel/partner/useScopeInWords.ts';
import { Fact, Facts } from '../kernel/record/Facts.tsx';
import { RecordPage } from '../kernel/record/RecordPage.tsx';
import { Section } from '../kernel/record/Section.tsx';
import { AccessActions } from './AccessActions.tsx';
import { type Access, UsageOf } from './access.graphql.ts';
import { TokenTable } from './TokenTable.tsx';
import { WebhooksOf } from './WebhooksOf.tsx';

/** One access: what was asked, what was granted, its tokens, what it reads. */
export const AccessShow = () => (
  <RecordPage noun="partner_access" state={<State />} actions={<AccessActions />}>
    <Body />
  </RecordPage>
);

const State = () => <Chip of="AccessState" value={useRecordContext<Access>()?.state} />;

const Body = () => {
  const access = useRecordContext<Access>();
  if (!access) return null;
  const granted = access.state === 'GRANTED' || access.state === 'REVOKED';
  return (
    <>
      <Request access={access} />
      {granted && <Granted access={access} />}
      {granted && <TokenTable access={access} />}
      {granted && <WebhooksOf accessId={access.id} />}
      {granted && <Usage access={access} />}
    </>
  );
};

const Request = ({ access }: { readonly access: Access }) => {
  const translate = useTranslate();
  const format = useFormat();
  const words = useScopeInWords();
  return (
    <Section title={translate('room.access.request')}>
      <Facts>
        <Fact source="name">{access.name}</Fact>
        <Fact source="email">{access.email}</Fact>
        <Fact source="askedAt">{format.instant(access.createdAt)}</Fact>
        <Fact source="wanted" wide>
          {words(access.wanted)}
        </Fact>
        <Fact source="purpose" wide>
          <Box component="span" sx={{ whiteSpace: 'pre-line' }}>
            {access.purpose}
          </Box>
        </Fact>
        {access.motive && (
          <Fact source="motive" wide>
            {access.motive}
          </Fact>
        )}
      </Facts>
    </Section>
  );
};

const Granted = ({ access }: { readonly access: Access }) => {
  const translate = useTranslate();
  const format = useFormat();
  const words = useScopeInWords();
  return (
    <Section title={translate('room.access.opened')}>
      <Facts>
        <Fact source="scope" wide>
          {words(access.scope)}
        </Fact>
        <Fact source="expiresOn">
          {access.expiresOn ? format.day(access.expiresOn) : translate('room.access.noEnd')}
        </Fact>
        <Fact source="allowance">{translate('room.access.perHour', { count: format.number(access.allowance) })}</Fact>
        <Fact source="contract">{access.contract}</Fact>
        <Fact source="addresses">
          {access.addresses.length > 0 ? access.addresses.join(', ') : translate('room.access.anywhere')}
        </Fact>
        <Fact source="decidedAt">{format.instant(access.decidedAt)}</Fact>
      </Facts>
    </Section>
  );
};

const Usage = ({ access: { id, allowance } }: { readonly access: Access }) => {
  const { data } = useQuery({
    queryKey: ['partner_access', 'usage', id],
    queryFn: ({ signal }) => run(UsageOf, { accessId: id }, signal),
  });
  if (!data) return null;
  const { lines, lastAt, remaining } = data.accessUsage;
  return <UsageSection lines={lines} lastAt={lastAt} left={{ remaining: remaining ?? 0, allowance }} />;
};
