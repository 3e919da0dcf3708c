import { Alert, Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { FileFigure } from '../kernel/record/FileFigure.tsx';
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
    <FileFigure
      file={piece}
      alt={of ? translate('room.control.pieceAlt', { kind, criterion: of }) : kind}
      download={translate('room.control.download', { kind })}
      caption={[kind, of, more].filter(Boolean).join(' · ')}
    />
  );
};
