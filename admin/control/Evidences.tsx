import { Alert, Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { FileFigure } from '../kernel/record/FileFigure.tsx';
import { Section } from '../kernel/record/Section.tsx';
import type { Piece } from './control.graphql.ts';

/** The evidence of a test: pictures are shown, anything else is downloaded; what waits or is gone says so. */
export const Evidences = ({ pieces, scanned }: { readonly pieces: readonly Piece[]; readonly scanned: boolean }) => {
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
          <PieceOf key={piece.id} piece={piece} />
        ))}
      </Box>
    </Section>
  );
};

/** One piece, with what it shows and until when it is kept. */
export const PieceOf = ({ piece }: { readonly piece: Piece }) => {
  const translate = useTranslate();
  const format = useFormat();
  const kind = translate(`enum.TestEvidenceKind.${piece.kind}`);
  const more = translate('room.control.keptUntil', { day: format.day(piece.purgeOn) });
  return (
    <FileFigure
      file={piece}
      alt={translate('room.control.pieceAlt', { kind, criterion: piece.criterionCode ?? '' })}
      download={translate('room.control.download', { kind })}
      caption={[kind, piece.criterionCode, more].filter(Boolean).join(' · ')}
    />
  );
};
