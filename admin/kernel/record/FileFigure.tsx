import { Box, Button, Typography } from '@mui/material';
import { Chip } from '../chips.tsx';

interface FileFigureProps {
  readonly file: { readonly type: string; readonly state: string; readonly address: string | null };
  /** What a picture shows, for those who do not see it. */
  readonly alt: string;
  /** What the button says of a file that is no picture. */
  readonly download: string;
  readonly caption: string;
}

/** A file that someone sent as evidence: a picture is shown, anything else is downloaded; what waits or is gone says so. */
export const FileFigure = ({ file: { type, state, address }, alt, download, caption }: FileFigureProps) => {
  const picture = type.startsWith('image/');
  return (
    <Box component="figure" sx={{ m: 0, minWidth: 0 }}>
      {address && picture && (
        <a href={address} target="_blank" rel="noreferrer">
          <Box
            component="img"
            src={address}
            alt={alt}
            loading="lazy"
            sx={{
              ...{ maxWidth: '100%', maxHeight: 320, display: 'block' },
              ...{ borderRadius: 1, border: 1, borderColor: 'divider' },
            }}
          />
        </a>
      )}
      {address && !picture && (
        <Button variant="outlined" href={address} download sx={{ overflowWrap: 'anywhere' }}>
          {download}
        </Button>
      )}
      {!address && <Chip of="EvidenceState" value={state} />}
      <Typography component="figcaption" variant="caption" sx={{ color: 'text.secondary', display: 'block', mt: 1 }}>
        {caption}
      </Typography>
    </Box>
  );
};
