import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Tag } from '../kernel/chips.tsx';
import { useFormat } from '../kernel/format.ts';
import { DeliveryTable } from '../kernel/partner/DeliveryTable.tsx';
import { ConfirmDialog } from '../kernel/record/ConfirmDialog.tsx';
import { useCopy } from '../kernel/useCopy.ts';
import { asPartner } from './space.graphql.ts';
import type { Act } from './Webhooks.tsx';
import {
  RemoveWebhook,
  ReplayDelivery,
  RotateSecret,
  SecretOf,
  TestWebhook,
  UpdateWebhook,
  type Webhook,
} from './webhook.graphql.ts';

interface WebhookCardProps {
  readonly link: string;
  readonly webhook: Webhook;
  readonly act: Act;
}

/** One address: tested, paused, its secret shown or replaced, and the log of what was sent to it. */
export const WebhookCard = ({ link, webhook, act }: WebhookCardProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const copy = useCopy();
  const [secret, setSecret] = useState<string | null>(null);
  const [asking, setAsking] = useState<'rotate' | 'remove' | null>(null);
  const { id, url, kinds, pausedAt, deliveries } = webhook;
  const show = async () => setSecret((await asPartner(link, SecretOf, { id })).ownWebhookSecret);
  const confirm = async () => {
    if (asking === 'remove') await act(RemoveWebhook, { id });
    if (asking === 'rotate' && (await act(RotateSecret, { id }))) await show();
    setAsking(null);
  };
  const say = (key: string) => translate(`partner.webhook.${key}`);
  return (
    <Box
      component="article"
      aria-label={url}
      sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: { xs: 3, sm: 4 }, mb: 4 }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
        <Typography component="h3" sx={{ fontWeight: 600, overflowWrap: 'anywhere', flex: '1 1 240px' }}>
          {url}
        </Typography>
        {pausedAt && (
          <Tag tone="warning" label={translate('partner.webhook.paused', { at: format.instant(pausedAt) })} />
        )}
      </Box>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {format.list(kinds.map((kind) => translate(`partner.delivery.kinds.${kind.replace('.', '_')}`)))}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, my: 3 }}>
        <Button variant="outlined" disabled={pausedAt !== null} onClick={() => void act(TestWebhook, { id })}>
          {say('test')}
        </Button>
        <Button
          color="inherit"
          onClick={() => void (secret ? setSecret(null) : show())}
          aria-expanded={secret !== null}
        >
          {say(secret ? 'hideSecret' : 'showSecret')}
        </Button>
        <Button color="inherit" onClick={() => setAsking('rotate')}>
          {say('rotate')}
        </Button>
        <Button
          color="inherit"
          onClick={() => void act(UpdateWebhook, { id, url, kinds: [...kinds], paused: pausedAt === null })}
        >
          {say(pausedAt ? 'resume' : 'pause')}
        </Button>
        <Button color="error" onClick={() => setAsking('remove')}>
          {say('remove')}
        </Button>
      </Box>
      {secret && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', mb: 3 }}>
          <Box component="code" sx={{ overflowWrap: 'anywhere' }}>
            {secret}
          </Box>
          <Button size="small" onClick={() => void copy(secret, 'partner.webhook.copied')}>
            {say('copySecret')}
          </Button>
        </Box>
      )}
      <Box sx={{ overflowX: 'auto' }}>
        <DeliveryTable
          deliveries={deliveries}
          onReplay={(delivery) => void act(ReplayDelivery, { webhookId: id, id: delivery })}
        />
      </Box>
      {asking && (
        <ConfirmDialog
          open
          title={say(`${asking}Ask`)}
          action={say(asking)}
          destructive={asking === 'remove'}
          pending={false}
          refusal={null}
          onCancel={() => setAsking(null)}
          onConfirm={() => void confirm()}
        >
          {say(`${asking}More`)}
        </ConfirmDialog>
      )}
    </Box>
  );
};
