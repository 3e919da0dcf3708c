import { Alert, Link as Anchor, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { useScopeInWords } from '../kernel/partner/useScopeInWords.ts';
import { Fact, Facts } from '../kernel/record/Facts.tsx';
import { Section } from '../kernel/record/Section.tsx';
import type { OwnAccess } from './space.graphql.ts';

/** Where the access stands: what it opens, or what one waits for, or why it opens nothing. */
export const Opened = ({ access }: { readonly access: OwnAccess }) => {
  const translate = useTranslate();
  const format = useFormat();
  const words = useScopeInWords();
  if (access.state === 'REQUESTED')
    return (
      <Alert severity="info" sx={{ mb: 4 }}>
        {translate('partner.waiting', { at: format.instant(access.createdAt), wanted: words(access.wanted) })}
      </Alert>
    );
  if (access.state !== 'GRANTED')
    return (
      <Alert severity="warning" sx={{ mb: 4 }}>
        {translate(`partner.closed.${access.state}`)} {translate('partner.because', { motive: access.motive ?? '' })}
      </Alert>
    );
  return (
    <Section title={translate('partner.opens')}>
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
      </Facts>
      <Typography sx={{ mt: 4 }}>
        <Anchor underline="always" href="/guide">
          {translate('partner.toGuide')}
        </Anchor>
        {' · '}
        <Anchor underline="always" href="/graphql">
          {translate('partner.toExplorer')}
        </Anchor>
        {' · '}
        <Anchor underline="always" href="/donnees">
          {translate('partner.toData')}
        </Anchor>
      </Typography>
    </Section>
  );
};
