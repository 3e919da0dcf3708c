import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';

/** A candidate as a count names it: by its code, and by its name where the rules let it be seen. */
export interface Candidate {
  readonly code: string;
  readonly name: string | null;
}
export type Candidates = readonly Candidate[] | null;

/** A candidate by its letter, and its name where the rules let it be seen. */
export const Who = ({ of }: { readonly of: Candidate }) => {
  const translate = useTranslate();
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 2.5, minWidth: 0 }}>
      <Letter code={of.code} />
      <span style={{ overflowWrap: 'break-word' }}>{of.name ?? translate('meeting.file', { code: of.code })}</span>
    </Box>
  );
};

const Letter = ({ code }: { readonly code: string }) => (
  <Box
    component="span"
    aria-hidden
    sx={{
      display: 'inline-grid',
      placeItems: 'center',
      flexShrink: 0,
      minWidth: 30,
      height: 30,
      px: 1,
      border: 1,
      borderColor: 'primary.main',
      borderRadius: 1,
      color: 'primary.main',
      fontWeight: 700,
      fontSize: '1rem',
    }}
  >
    {code}
  </Box>
);

/** A candidate by its code, its name with it where it is known. */
export const whoOf = (candidates: Candidates, code: string): Candidate =>
  candidates?.find((each) => each.code === code) ?? { code, name: null };

/** Several, in a sentence. */
export const useNamesOf = () => {
  const translate = useTranslate();
  return (candidates: Candidates, codes: readonly string[]): string[] =>
    codes.map((code) => {
      const found = candidates?.find((each) => each.code === code);
      const file = translate('meeting.file', { code });
      if (!found) return translate('meeting.offList');
      return found.name ? `${found.name} (${code})` : file;
    });
};
