import AddCircleOutlined from '@mui/icons-material/AddCircleOutlined';
import LockOutlined from '@mui/icons-material/LockOutlined';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Section } from '../kernel/record/Section.tsx';
import type { Rehearsal } from './publication.graphql.ts';
import type { Rows } from './rows.ts';

interface AudiencesProps {
  readonly rehearsal: Rehearsal;
  readonly rows: Rows;
  /** Whether the edition is told by public sources: no score, no decision of it is known. */
  readonly reported: boolean;
}

/** The two sides of the door: what comes out, with a plus, and what stays in, under a lock. */
export const Audiences = ({ rehearsal, rows, reported }: AudiencesProps) => {
  const translate = useTranslate();
  const published = rehearsal.blockers.some(({ code }) => code === 'UNCHANGED');
  const count = (key: string, smart_count: number) =>
    smart_count > 0 ? [translate(`room.publication.${key}`, { smart_count })] : [];
  const open = [
    ...count('laureates', rehearsal.laureateCount),
    ...count('points', rows.trophy.filter((one) => one.point_remarquable).length),
    ...count('indicators', told(rows.indicator)),
    ...count('categories', told(rows.category)),
    ...count('channels', told(rows.channel_mean)),
  ];
  const closed = [
    ...count('unnamed', rehearsal.unnamedCount),
    ...(reported ? [] : [translate('room.publication.scores'), translate('room.publication.motives')]),
    ...(rehearsal.withheldCount > 0
      ? count('withheld', rehearsal.withheldCount)
      : [translate('room.publication.noneWithheld')]),
  ];
  return (
    <Box sx={{ display: 'grid', columnGap: 4, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '1fr 1fr' } }}>
      <Section title={translate(published ? 'room.publication.isPublic' : 'room.publication.becomesPublic')}>
        <Items words={open} open />
      </Section>
      <Section title={translate('room.publication.staysSecret')}>
        <Items words={closed} open={false} />
      </Section>
    </Box>
  );
};

const told = (figures: readonly { readonly withheld: string | null }[]): number =>
  figures.filter(({ withheld }) => !withheld).length;

const Items = ({ words, open }: { readonly words: readonly string[]; readonly open: boolean }) => {
  const Icon = open ? AddCircleOutlined : LockOutlined;
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5 }}>
      {words.map((word) => (
        <Box component="li" key={word} sx={{ display: 'flex', gap: 2.5 }}>
          <Icon aria-hidden sx={{ fontSize: 18, mt: '1px', color: open ? 'success.main' : 'text.secondary' }} />
          {word}
        </Box>
      ))}
    </Box>
  );
};
