import { Alert, LinearProgress } from '@mui/material';
import { useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { codeIn } from '../kernel/api.ts';
import { Chip } from '../kernel/chips.tsx';
import { GuestFrame } from '../kernel/layout/GuestFrame.tsx';
import { UsageSection } from '../kernel/partner/UsageSection.tsx';
import { TitleLine } from '../kernel/record/RecordPage.tsx';
import { visitLink } from '../kernel/visit.ts';
import { NewLink } from './NewLink.tsx';
import { Opened } from './Opened.tsx';
import { asPartner, type Space, SpaceOf } from './space.graphql.ts';
import { Tokens } from './Tokens.tsx';
import { Webhooks } from './Webhooks.tsx';

const HERE = 'barometre.partner';

/** The page of a partner, behind its personal link: where its access stands, its tokens, what it reads. */
export const SpacePage = () => {
  const translate = useTranslate();
  const [search, setSearch] = useSearchParams();
  const [link] = useState(() => visitLink(search, HERE));
  const [space, setSpace] = useState<Space | null>(null);
  const [refusal, setRefusal] = useState<string | null>(link ? null : 'INVITATION_UNKNOWN');
  const [round, setRound] = useState(0);
  useEffect(() => {
    document.title = `${translate('partner.title')} · ${translate('app.name')}`;
    if (search.has('token')) setSearch({}, { replace: true });
  }, [translate, search, setSearch]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` asks again after something was done.
  useEffect(() => {
    if (!link) return;
    asPartner(link, SpaceOf, {}).then(setSpace, (error: unknown) => setRefusal(codeIn(error)));
  }, [link, round]);

  const foot = translate('partner.privacy');
  if (!space && !refusal) return <LinearProgress aria-label={translate('state.loading')} />;
  if (!space || !link)
    return (
      <GuestFrame title={translate('partner.title')} foot={foot}>
        {refusal === 'INVITATION_UNKNOWN' ? (
          <NewLink />
        ) : (
          <Alert severity="error" role="alert">
            {translate(`refusal.${refusal}`, { _: translate('refusal.INTERNAL') })}
          </Alert>
        )}
      </GuestFrame>
    );
  const { ownAccess: access, ownUsage: usage } = space;
  const granted = access.state === 'GRANTED';
  const title = (
    <TitleLine>
      {access.organisation} <Chip of="AccessState" value={access.state} />
    </TitleLine>
  );
  return (
    <GuestFrame title={title} over={translate('partner.title')} foot={foot}>
      <Opened access={access} />
      {granted && <Tokens link={link} access={access} onChanged={() => setRound(round + 1)} />}
      {granted && <Webhooks link={link} />}
      {granted && (
        <UsageSection
          lines={usage.lines}
          lastAt={usage.lastAt}
          left={{ remaining: usage.remaining ?? 0, allowance: access.allowance }}
        />
      )}
    </GuestFrame>
  );
};
