import AttachFileOutlined from '@mui/icons-material/AttachFileOutlined';
import { Box, Button, FormHelperText, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Chip } from '../kernel/chips.tsx';
import { useFormat } from '../kernel/format.ts';
import { useRefusalInWords } from '../kernel/useAct.ts';
import { contentOf, type Exhibit, type Speaker } from './provisional.graphql.ts';

interface ExhibitListProps {
  readonly speaker: Speaker;
  readonly exhibits: readonly Exhibit[];
  /** Null once the claim is submitted: nothing is taken back any more. */
  readonly onRemove?: ((id: string) => Promise<void>) | null;
}

/** The files shown in support of one criterion: each is read again, and taken back while the claim is a draft. */
export const ExhibitList = ({ speaker, exhibits, onRemove = null }: ExhibitListProps) => {
  const translate = useTranslate();
  if (exhibits.length === 0) return null;
  return (
    <Box component="ul" aria-label={translate('provisional.exhibits')} sx={{ listStyle: 'none', m: 0, mt: 2, p: 0 }}>
      {exhibits.map((exhibit) => (
        <Line key={exhibit.id} speaker={speaker} exhibit={exhibit} onRemove={onRemove} />
      ))}
    </Box>
  );
};

interface LineProps {
  readonly speaker: Speaker;
  readonly exhibit: Exhibit;
  readonly onRemove: ((id: string) => Promise<void>) | null;
}

const Line = ({ speaker, exhibit, onRemove }: LineProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const words = useRefusalInWords();
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { id, name, size, state, address } = exhibit;
  const attempt = async (deed: () => Promise<void>) => {
    setPending(true);
    setRefusal(null);
    await deed().catch((error: unknown) => setRefusal(words(error)));
    setPending(false);
  };
  const read = async () => {
    const content = await contentOf(speaker, address ?? '');
    Object.assign(document.createElement('a'), { href: content, download: name }).click();
    URL.revokeObjectURL(content);
  };
  return (
    <Box component="li" sx={{ borderTop: 1, borderColor: 'divider', py: 1 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3, alignItems: 'center' }}>
        <AttachFileOutlined aria-hidden sx={{ fontSize: 18, color: 'text.secondary' }} />
        <Typography sx={{ flex: 1, minWidth: 160, overflowWrap: 'anywhere' }}>
          {name}{' '}
          <Box component="span" sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>
            {format.bytes(size)}
          </Box>
        </Typography>
        {state !== 'READY' && <Chip of="EvidenceState" value={state} />}
        <Box sx={{ display: 'flex' }}>
          {address && (
            <Button
              sx={{ minHeight: 44 }}
              disabled={pending}
              aria-label={translate('provisional.readExhibitOf', { name })}
              onClick={() => void attempt(read)}
            >
              {translate('provisional.readExhibit')}
            </Button>
          )}
          {onRemove && (
            <Button
              color="error"
              sx={{ minHeight: 44 }}
              disabled={pending}
              aria-label={translate('provisional.removeExhibitOf', { name })}
              onClick={() => void attempt(() => onRemove(id))}
            >
              {translate('provisional.removeExhibit')}
            </Button>
          )}
        </Box>
      </Box>
      {refusal && (
        <FormHelperText error role="alert">
          {refusal}
        </FormHelperText>
      )}
    </Box>
  );
};
