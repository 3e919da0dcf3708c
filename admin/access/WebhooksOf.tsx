import { Box, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { DeliveryTable } from '../kernel/partner/DeliveryTable.tsx';
import { Section } from '../kernel/record/Section.tsx';
import { WebhooksOf as Asked } from './access.graphql.ts';

/** Where a partner is told of publications, and how that went. */
export const WebhooksOf = ({ accessId }: { readonly accessId: string }) => {
  const translate = useTranslate();
  const { data } = useQuery({
    queryKey: ['partner_access', 'webhooks', accessId],
    queryFn: ({ signal }) => run(Asked, { accessId }, signal),
  });
  if (!data) return null;
  const { accessWebhooks } = data;
  return (
    <Section title={translate('partner.webhook.title')}>
      {accessWebhooks.length === 0 && <Typography>{translate('room.access.noWebhook')}</Typography>}
      {accessWebhooks.map(({ id, url, deliveries }) => (
        <Box key={id} sx={{ mb: 4, overflowX: 'auto' }}>
          <Typography component="h3" sx={{ fontWeight: 600, mb: 2, overflowWrap: 'anywhere' }}>
            {url}
          </Typography>
          <DeliveryTable deliveries={deliveries} />
        </Box>
      ))}
    </Section>
  );
};
