import PictureAsPdfOutlined from '@mui/icons-material/PictureAsPdfOutlined';
import VerifiedOutlined from '@mui/icons-material/VerifiedOutlined';
import { Alert, Box, Button, Link, Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { codeIn, run } from '../kernel/api.ts';
import { download } from '../kernel/csv.ts';
import { Section } from '../kernel/record/Section.tsx';
import { Certificate, type Enrolment } from './enrolment.graphql.ts';

interface CertificateOfProps {
  readonly enrolment: Enrolment;
  /** Whether the certificate, which details every criterion, may be taken; the sheet may in any case. */
  readonly detailed: boolean;
}

/** What one keeps of a score: the sheet as a document, and the signed file that anyone can check. */
export const CertificateOf = ({ enrolment, detailed }: CertificateOfProps) => {
  const translate = useTranslate();
  const { id, structure, edition } = enrolment;
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => run(Certificate, { id }),
    onSuccess: ({ certificate }) =>
      download(
        `${JSON.stringify(certificate, null, 2)}\n`,
        `certificat-${structure.reference}-${edition.year}.json`,
        'application/json',
      ),
  });
  // The sentence is cut where the link goes.
  const [before, after] = translate('room.certificate.check', { verifier: '\u0000' }).split('\u0000');
  return (
    <Section title={translate('room.certificate.title')}>
      <Typography variant="body2" sx={{ color: 'text.secondary', maxWidth: 720 }}>
        {translate(detailed ? 'room.certificate.more' : 'refusal.CERTIFICATE_TIER')}
      </Typography>
      <Box sx={{ mt: 3, display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        {detailed && (
          <Button variant="outlined" startIcon={<VerifiedOutlined />} disabled={isPending} onClick={() => mutate()}>
            {translate('room.certificate.download')}
          </Button>
        )}
        <Button
          variant="outlined"
          color="inherit"
          startIcon={<PictureAsPdfOutlined />}
          href={`/admin/reports/score-sheet/${id}`}
          download
        >
          {translate('room.certificate.sheet')}
        </Button>
      </Box>
      {error && (
        <Alert severity="error" role="alert" sx={{ mt: 3 }}>
          {translate(`refusal.${codeIn(error)}`)}
        </Alert>
      )}
      {detailed && (
        <Typography variant="body2" sx={{ mt: 3, maxWidth: 720 }}>
          {before}
          <Link href="/verify.mjs" underline="always" download>
            {translate('room.certificate.verifier')}
          </Link>
          {after}
        </Typography>
      )}
    </Section>
  );
};
