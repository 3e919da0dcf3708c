import { Alert, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { TadaDocumentNode } from '../kernel/graphql.ts';
import { Section } from '../kernel/record/Section.tsx';
import { useRefusalInWords } from '../kernel/useAct.ts';
import { asPartner } from './space.graphql.ts';
import { WebhookCard } from './WebhookCard.tsx';
import { WebhookForm } from './WebhookForm.tsx';
import { WebhooksOf } from './webhook.graphql.ts';

/** Does something on the page of a partner; answers what was done, or null once it was refused. */
export type Act = <Result, Variables>(
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
) => Promise<Result | null>;

/** Where a partner is told of publications: its addresses, and what was sent to them. Read again while it waits. */
export const Webhooks = ({ link }: { readonly link: string }) => {
  const translate = useTranslate();
  const words = useRefusalInWords();
  const [refusal, setRefusal] = useState<string | null>(null);
  const { data, refetch } = useQuery({
    queryKey: ['ownWebhooks', link],
    queryFn: () => asPartner(link, WebhooksOf, {}),
    refetchInterval: 5000,
  });
  const act: Act = async (document, variables) => {
    setRefusal(null);
    try {
      return await asPartner(link, document, variables);
    } catch (error) {
      setRefusal(words(error));
      return null;
    } finally {
      await refetch();
    }
  };
  return (
    <Section title={translate('partner.webhook.title')}>
      <Typography sx={{ mb: 4 }}>{translate('partner.webhook.more')}</Typography>
      {refusal && (
        <Alert severity="error" role="alert" sx={{ mb: 3 }}>
          {refusal}
        </Alert>
      )}
      {data?.ownWebhooks.map((webhook) => (
        <WebhookCard key={webhook.id} link={link} webhook={webhook} act={act} />
      ))}
      <WebhookForm act={act} />
    </Section>
  );
};
