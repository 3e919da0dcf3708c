import { Alert, Box, Button, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Chip } from '../kernel/chips.tsx';
import { useFormat } from '../kernel/format.ts';
import { Section } from '../kernel/record/Section.tsx';
import type { Piece } from './control.graphql.ts';

interface EvidencesProps {
  readonly pieces: readonly Piece[];
  readonly scanned: boolean;
  /** Those of the test: a piece says which one it shows. */
  readonly criteria: readonly Named[];
}
interface Named {
  readonly code: string;
  readonly label: string;
}

/** The evidence of a test: pictures are shown, anything else is downloaded; what waits or is gone says so. */
export const Evidences = ({ pieces, scanned, criteria }: EvidencesProps) => {
  const translate = useTranslate();
  return (
    <Section title={translate('room.control.evidence', { smart_count: pieces.length })}>
      {!scanned && pieces.length > 0 && (
        <Alert severity="info" sx={{ mb: 3 }}>
          {translate('room.control.notScanned')}
        </Alert>
      )}
      {pieces.length === 0 && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {translate('room.control.noEvidence')}
        </Typography>
      )}
      <Box sx={{ display: 'grid', gap: 4 }}>
        {pieces.map((piece) => (
          <PieceOf key={piece.id} piece={piece} of={criteria.find(({ code }) => code === piece.criterionCode)?.label} />
        ))}
      </Box>
    </Section>
  );
};

interface PieceProps {
  readonly piece: Piece;
  /** The name of the criterion it shows; none for the whole test, or where it is not told. */
  readonly of?: string | undefined;
}

/** One piece, with what it shows and until when it is kept. */
export const PieceOf = ({ piece, of }: PieceProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const kind = translate(`enum.TestEvidenceKind.${piece.kind}`);
  const more = translate('room.control.keptUntil', { day: format.day(piece.purgeOn) });
  return (
    <Box component="figure" sx={{ m: 0 }}>
      {piece.address && piece.type.startsWith('image/') && (
        <a href={piece.address} target="_blank" rel="noreferrer">
          <Box
            component="img"
            src={piece.address}
            alt={of ? translate('room.control.pieceAlt', { kind, criterion: of }) : kind}
            loading="lazy"
            sx={{
              maxWidth: '100%',
              maxHeight: 320,
              borderRadius: 1,
              border: 1,
              borderColor: 'divider',
              display: 'block',
            }}
          />
        </a>
      )}
      {piece.address && !piece.type.startsWith('image/') && (
        <Button variant="outlined" href={piece.address} download>
          {translate('room.control.download', { kind })}
        </Button>
      )}
      {!piece.address && <Chip of="EvidenceState" value={piece.state} />}
      <Typography component="figcaption" variant="caption" sx={{ color: 'text.secondary', display: 'block', mt: 1 }}>
        {[kind, of, more].filter(Boolean).join(' · ')}
      </Typography>
    </Box>
  );
};
