import { Box, ButtonBase, Card, Typography } from '@mui/material';
import { useBasename, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { isStaff, type Role } from '../kernel/access.ts';
import type { EditionInForce } from '../kernel/edition.tsx';
import { useFormat } from '../kernel/format.ts';
import { listOf } from './Todo.tsx';
import { useTotal } from './useTotal.ts';

/** Where the edition stands, in four numbers that open the lists they count. */
export const Figures = ({ edition, role }: { readonly edition: EditionInForce; readonly role: Role }) => {
  const translate = useTranslate();
  const editionId = edition.id;
  const staff = isStaff(role);
  const enrolments = useTotal('enrolment', { editionId });
  const audits = useTotal('audit', { editionId });
  const validated = useTotal('audit', { editionId, state: 'VALIDATED' });
  const structures = useTotal('structure', {}, staff);
  return (
    <Box component="section" aria-label={translate('home.progress', { year: edition.year })}>
      <Typography component="h2" variant="h3" sx={{ mb: 3 }}>
        {translate('home.progress', { year: edition.year })}
      </Typography>
      <Box
        component="ul"
        sx={{
          listStyle: 'none',
          m: 0,
          p: 0,
          display: 'grid',
          gap: 4,
          gridTemplateColumns: { xs: 'repeat(2, minmax(0, 1fr))', md: 'repeat(4, minmax(0, 1fr))' },
        }}
      >
        <Figure count={enrolments} label="home.enrolments" to="/enrolment" />
        <Figure count={audits} label="home.audits" to="/audit" />
        <Figure count={validated} of={audits} label="home.validated" to={listOf('audit', { state: 'VALIDATED' })} />
        {staff && <Figure count={structures} label="home.structures" to="/structure" />}
      </Box>
    </Box>
  );
};

interface FigureProps {
  readonly count: number | undefined;
  /** What it is a part of, when it is one. */
  readonly of?: number | undefined;
  readonly label: string;
  readonly to: string;
}

const Figure = ({ count, of, label, to }: FigureProps) => {
  const translate = useTranslate();
  const basename = useBasename();
  const format = useFormat();
  return (
    <Card component="li">
      <ButtonBase
        component={Link}
        to={`${basename}${to}`}
        sx={{ width: '100%', height: '100%', p: 5, display: 'block', '&:hover': { bgcolor: 'background.default' } }}
      >
        <Typography
          component="span"
          sx={{
            display: 'block',
            fontSize: '1.75rem',
            fontWeight: 650,
            lineHeight: 1.2,
            fontVariantNumeric: 'tabular-nums',
          }}
        >
          {format.number(count)}
        </Typography>
        <Typography component="span" variant="body2" sx={{ color: 'text.secondary' }}>
          {translate(label)}
          {of ? ` · ${format.percent((count ?? 0) / of)}` : ''}
        </Typography>
      </ButtonBase>
    </Card>
  );
};
