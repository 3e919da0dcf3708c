import LockOutlined from '@mui/icons-material/LockOutlined';
import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Rehearsal } from './publication.graphql.ts';

interface UnsaidProps {
  readonly rehearsal: Rehearsal;
  /** Whether the edition is told by public sources: no score, no decision of it is known. */
  readonly reported: boolean;
}

/** What stays behind the door whatever is published. */
export const Unsaid = ({ rehearsal, reported }: UnsaidProps) => {
  const translate = useTranslate();
  const count = (key: string, smart_count: number) =>
    smart_count > 0 ? [translate(`room.publication.${key}`, { smart_count })] : [];
  const words = [
    ...count('unnamed', rehearsal.unnamedCount),
    ...(reported ? [] : [translate('room.publication.scores'), translate('room.publication.motives')]),
    ...(rehearsal.withheldCount > 0
      ? count('withheld', rehearsal.withheldCount)
      : [translate('room.publication.noneWithheld')]),
  ];
  return (
    <>
      <Typography component="h4" sx={{ mt: 4, mb: 1, fontWeight: 600 }}>
        {translate('room.publication.staysSecret')}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1, fontSize: '0.8125rem' }}>
        {words.map((word) => (
          <Box component="li" key={word} sx={{ display: 'flex', gap: 2 }}>
            <LockOutlined aria-hidden sx={{ fontSize: 16, mt: '2px', color: 'text.secondary' }} />
            {word}
          </Box>
        ))}
      </Box>
    </>
  );
};
