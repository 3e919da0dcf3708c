import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import { Box, Button, FormHelperText, LinearProgress, Typography } from '@mui/material';
import { useId, useRef, useState } from 'react';
import { useInput, useTranslate } from 'react-admin';
import { codeIn } from '../kernel/api.ts';
import { send } from '../kernel/upload.ts';
import type { Licence } from './licence.graphql.ts';

/** The file of a logo: sent as soon as it is chosen, and taken with the form. Its value is the file the server keeps. */
export const LogoInput = () => {
  const translate = useTranslate();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [share, setShare] = useState<number | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { field } = useInput<Licence['logo']>({ source: 'logo', defaultValue: null });
  const logo = field.value as Licence['logo'];
  const take = async (file: File | undefined) => {
    if (!file) return;
    setRefusal(null);
    setShare(0);
    try {
      const { id, name } = await send(file, setShare, new AbortController().signal);
      field.onChange({ id, name });
    } catch (error) {
      setRefusal(codeIn(error));
    } finally {
      setShare(null);
    }
  };
  return (
    <Box role="group" aria-labelledby={id}>
      <Typography id={id} sx={{ fontSize: '0.8125rem', fontWeight: 600, mb: 1 }}>
        {translate('field.logo')}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, alignItems: 'center' }}>
        <Typography component="span" role="status" sx={{ fontSize: '0.875rem', overflowWrap: 'anywhere' }}>
          {logo?.name ?? translate('room.licence.noLogo')}
        </Typography>
        <Button
          variant="outlined"
          startIcon={<UploadFileOutlined />}
          disabled={share !== null}
          onClick={() => input.current?.click()}
        >
          {translate(logo ? 'room.licence.changeLogo' : 'room.licence.chooseLogo')}
        </Button>
        {logo && (
          <Button color="inherit" onClick={() => field.onChange(null)}>
            {translate('room.licence.dropLogo')}
          </Button>
        )}
      </Box>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={translate('room.licence.chooseLogo')}
        accept=".png,.pdf,image/png,application/pdf"
        onChange={({ target }) => {
          void take(target.files?.[0]);
          target.value = '';
        }}
      />
      {share !== null && (
        <LinearProgress
          aria-label={translate('room.licence.sending')}
          variant="determinate"
          value={share * 100}
          sx={{ mt: 2, height: 4, borderRadius: 1 }}
        />
      )}
      {refusal && (
        <FormHelperText error role="alert">
          {translate(`refusal.${refusal}`, { _: translate('refusal.INTERNAL') })}
        </FormHelperText>
      )}
      <FormHelperText>{translate('room.licence.logoHelp')}</FormHelperText>
    </Box>
  );
};
