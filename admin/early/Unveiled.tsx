import PictureAsPdfOutlined from '@mui/icons-material/PictureAsPdfOutlined';
import { Alert, Box, Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { Indicators } from '../kernel/palmares/Indicators.tsx';
import { Means } from '../kernel/palmares/Means.tsx';
import { rowsOf } from '../kernel/palmares/rows.ts';
import { Trophies } from '../kernel/palmares/Trophies.tsx';
import { PARIS } from '../kernel/paris.ts';
import { invitedBy, type Reading } from './early.graphql.ts';
import { Watermark } from './Watermark.tsx';

interface UnveiledProps {
  readonly token: string;
  readonly reading: Reading;
}

/** The version under embargo, across which stands who reads it and when. */
export const Unveiled = ({ token, reading }: UnveiledProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const [failed, setFailed] = useState(false);
  const rows = rowsOf(reading);
  const { reader, at, dueAt, version } = reading;
  const download = async () => {
    const answer = await fetch('/early.pdf', { method: 'POST', headers: invitedBy(token) });
    setFailed(!answer.ok);
    if (!answer.ok) return;
    const address = URL.createObjectURL(await answer.blob());
    const link = Object.assign(document.createElement('a'), { href: address, download: `palmares-${version}.pdf` });
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <>
      <Alert severity="warning" sx={{ mb: 5 }}>
        {translate('early.until', { at: format.instantIn(dueAt, PARIS) })}
      </Alert>
      {failed && (
        <Alert severity="error" role="alert" sx={{ mb: 5 }}>
          {translate('refusal.EARLY_CLOSED')}
        </Alert>
      )}
      <Button
        variant="outlined"
        size="large"
        startIcon={<PictureAsPdfOutlined />}
        sx={{ mb: 5, minHeight: 48 }}
        onClick={() => void download()}
      >
        {translate('early.download')}
      </Button>
      <Box sx={{ position: 'relative', isolation: 'isolate' }}>
        <Trophies rows={rows} reported={false} />
        <Indicators indicators={rows.indicator} />
        <Means rows={rows} />
        <Watermark words={`${reader} · ${format.instantIn(at, PARIS)}`} />
      </Box>
    </>
  );
};
