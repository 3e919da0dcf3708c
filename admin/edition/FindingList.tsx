import type { SvgIconComponent } from '@mui/icons-material';
import Block from '@mui/icons-material/Block';
import CheckCircle from '@mui/icons-material/CheckCircle';
import InfoOutlined from '@mui/icons-material/InfoOutlined';
import WarningAmber from '@mui/icons-material/WarningAmber';
import { Box, Link, Typography } from '@mui/material';
import { useBasename, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { useEdition } from '../kernel/edition.tsx';
import type { PhaseFinding } from './edition.graphql.ts';

const looks: Readonly<Record<string, readonly [title: string, colour: string, icon: SvgIconComponent]>> = {
  BLOCKER: ['room.passage.blockers', 'error.main', Block],
  WARNING: ['room.passage.warnings', 'warning.main', WarningAmber],
  NOTICE: ['room.passage.notices', 'info.main', InfoOutlined],
};

/** What blocks a change of phase, what must be confirmed, what is only said: each with the page where it is settled. */
export const FindingList = ({
  findings,
  back,
}: {
  readonly findings: readonly PhaseFinding[];
  readonly back: boolean;
}) => {
  const translate = useTranslate();
  if (findings.length === 0 && back) return null;
  if (findings.length === 0)
    return (
      <Typography sx={{ mb: 4, display: 'flex', gap: 2, alignItems: 'center', fontSize: '0.875rem' }}>
        <CheckCircle aria-hidden sx={{ fontSize: 18, color: 'success.main' }} />
        {translate('room.passage.clear')}
      </Typography>
    );
  return Object.entries(looks).map(([weight, [title, colour, Icon]]) => {
    const own = findings.filter((finding) => finding.weight === weight);
    if (own.length === 0) return null;
    return (
      <Box key={weight} component="section" sx={{ mb: 4 }}>
        <Typography component="h3" variant="h4">
          {translate(title)}
        </Typography>
        <Box component="ul" sx={{ listStyle: 'none', m: 0, mt: 1, p: 0, fontSize: '0.875rem' }}>
          {own.map((finding) => (
            <Box component="li" key={finding.code} sx={{ display: 'flex', gap: 2, py: 1, alignItems: 'flex-start' }}>
              <Icon aria-hidden sx={{ fontSize: 18, mt: '1px', color: colour }} />
              <Line finding={finding} />
            </Box>
          ))}
        </Box>
      </Box>
    );
  });
};

const Line = ({ finding: { code, count, subjects, target, filter } }: { readonly finding: PhaseFinding }) => {
  const translate = useTranslate();
  const said = translate(`room.passage.finding.${code}`, { smart_count: count ?? 1 });
  const to = useAddress(target, filter);
  return (
    <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
      {said}{' '}
      {to && (
        <Link
          underline="always"
          component={RouterLink}
          to={to}
          aria-label={`${translate('room.passage.open')} : ${said}`}
        >
          {translate('room.passage.open')}
        </Link>
      )}
      {subjects.length > 0 && (
        <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
          {subjects.slice(0, 5).join(' · ')}
          {subjects.length > 5 && ' …'}
        </Typography>
      )}
    </Box>
  );
};

const pages: Readonly<Record<string, string>> = {
  ...{ GRID: '/grid', CATEGORY: '/category', ENROLMENT: '/enrolment', AUDIT: '/audit', CLAIM: '/claims' },
  ...{ RANKING: '/ranking', AWARD: '/award', EDITION: '/edition' },
};

/** The page on which a finding is settled: a list with its filter, or the form of the edition. */
function useAddress(target: string, filter: unknown): string | null {
  const basename = useBasename();
  const edition = useEdition();
  const page = pages[target];
  if (!page) return null;
  if (target === 'EDITION') return edition ? `${basename}/edition/${edition.id}` : null;
  return `${basename}${page}${filter ? `?filter=${encodeURIComponent(JSON.stringify(filter))}` : ''}`;
}
