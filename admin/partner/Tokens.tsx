import { Alert, Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { codeIn } from '../kernel/api.ts';
import { useFormat } from '../kernel/format.ts';
import { TokenState } from '../kernel/partner/TokenState.tsx';
import { ConfirmDialog } from '../kernel/record/ConfirmDialog.tsx';
import { Section } from '../kernel/record/Section.tsx';
import { NewToken } from './NewToken.tsx';
import { asPartner, IssueToken, type OwnAccess, RevokeOwnToken } from './space.graphql.ts';

interface TokensProps {
  readonly link: string;
  readonly access: OwnAccess;
  readonly onChanged: () => void;
}

/** The tokens of a partner: makes one, shows it once, makes another useless. */
export const Tokens = ({ link, access: { tokens }, onChanged }: TokensProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const [made, setMade] = useState<string | null>(null);
  const [asking, setAsking] = useState<
    { readonly verb: 'replace' } | { readonly verb: 'revoke'; readonly id: string } | null
  >(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const works = tokens.some(({ until, revokedAt }) => !until && !revokedAt);

  const act = async (deed: () => Promise<unknown>) => {
    setPending(true);
    setRefusal(null);
    try {
      await deed();
      setAsking(null);
      onChanged();
    } catch (error) {
      setRefusal(codeIn(error));
    } finally {
      setPending(false);
    }
  };
  const issue = () => act(async () => setMade((await asPartner(link, IssueToken, {})).issueOwnToken));

  return (
    <Section
      title={translate('partner.token.title')}
      aside={
        <Button
          variant={works ? 'outlined' : 'contained'}
          disabled={pending}
          onClick={() => (works ? setAsking({ verb: 'replace' }) : void issue())}
        >
          {translate(works ? 'partner.token.replace' : 'partner.token.make')}
        </Button>
      }
    >
      {refusal && !asking && (
        <Alert severity="error" role="alert" sx={{ mb: 3 }}>
          {translate(`refusal.${refusal}`, { _: translate('refusal.INTERNAL') })}
        </Alert>
      )}
      {made && <NewToken token={made} />}
      {tokens.length === 0 && <Typography>{translate('partner.token.none')}</Typography>}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {tokens.map((token) => (
          <Box
            component="li"
            key={token.id}
            sx={{
              display: 'flex',
              flexWrap: 'wrap',
              alignItems: 'center',
              gap: 3,
              py: 2,
              borderTop: 1,
              borderColor: 'divider',
            }}
          >
            <Box component="code" sx={{ fontWeight: 600 }}>
              {token.prefix}…
            </Box>
            <TokenState token={token} />
            <Typography variant="body2" sx={{ color: 'text.secondary', flex: 1 }}>
              {translate('partner.token.madeAt', { at: format.instant(token.createdAt) })}
            </Typography>
            {!token.revokedAt && (
              <Button size="small" color="inherit" onClick={() => setAsking({ verb: 'revoke', id: token.id })}>
                {translate('partner.token.revoke')}
              </Button>
            )}
          </Box>
        ))}
      </Box>
      {asking && (
        <ConfirmDialog
          open
          title={translate(`partner.token.${asking.verb}Ask`, {
            prefix: tokens.find(({ id }) => 'id' in asking && id === asking.id)?.prefix ?? '',
          })}
          action={translate(`partner.token.${asking.verb}`)}
          destructive={asking.verb === 'revoke'}
          pending={pending}
          refusal={refusal ? translate(`refusal.${refusal}`) : null}
          onCancel={() => setAsking(null)}
          onConfirm={() =>
            asking.verb === 'replace'
              ? void issue()
              : void act(() => asPartner(link, RevokeOwnToken, { id: asking.id }))
          }
        >
          {translate(`partner.token.${asking.verb}More`)}
        </ConfirmDialog>
      )}
    </Section>
  );
};
