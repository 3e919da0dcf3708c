import { Box, Button, Checkbox, FormControlLabel, TextField } from '@mui/material';
import { type FormEvent, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Act } from './Webhooks.tsx';
import { CreateWebhook, KINDS } from './webhook.graphql.ts';

/** Names an address to be told of publications. */
export const WebhookForm = ({ act }: { readonly act: Act }) => {
  const translate = useTranslate();
  const [url, setUrl] = useState('');
  const [kinds, setKinds] = useState<readonly string[]>(KINDS);
  const [pending, setPending] = useState(false);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setPending(true);
    if (await act(CreateWebhook, { url: url.trim(), kinds: [...kinds] })) setUrl('');
    setPending(false);
  };
  return (
    <Box component="form" onSubmit={send} sx={{ display: 'flex', flexDirection: 'column', gap: 3, maxWidth: 560 }}>
      <TextField
        id="webhook-url"
        type="url"
        label={translate('partner.webhook.url')}
        helperText={translate('partner.webhook.urlHelp')}
        value={url}
        onChange={({ target }) => setUrl(target.value)}
        required
      />
      <Box role="group" aria-label={translate('partner.webhook.kinds')}>
        {KINDS.map((kind) => (
          <FormControlLabel
            key={kind}
            sx={{ display: 'flex' }}
            label={translate(`partner.delivery.kinds.${kind.replace('.', '_')}`)}
            control={
              <Checkbox
                checked={kinds.includes(kind)}
                onChange={(_, checked) =>
                  setKinds(
                    checked
                      ? KINDS.filter((each) => each === kind || kinds.includes(each))
                      : kinds.filter((each) => each !== kind),
                  )
                }
              />
            }
          />
        ))}
      </Box>
      <Button
        type="submit"
        variant="outlined"
        disabled={pending || kinds.length === 0}
        sx={{ alignSelf: 'flex-start' }}
      >
        {translate('partner.webhook.add')}
      </Button>
    </Box>
  );
};
