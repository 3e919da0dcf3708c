import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useBasename, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Chip, Tag } from '../kernel/chips.tsx';
import { useFormat } from '../kernel/format.ts';
import { FileFigure } from '../kernel/record/FileFigure.tsx';
import { Section } from '../kernel/record/Section.tsx';
import { Wide } from '../kernel/record/Wide.tsx';
import type { Point } from './claim.graphql.ts';

/** One contested criterion: what the structure writes, side by side with what each test observed. */
export const PointPart = ({ point }: { readonly point: Point }) => {
  const translate = useTranslate();
  const format = useFormat();
  const { criterion, channel, statement, shown, verdict, reason } = point;
  const id = `seen-${point.id}`;
  return (
    <Section title={`${channel} : ${criterion.label}`} aside={verdict && <Chip of="ClaimVerdict" value={verdict} />}>
      <Box
        sx={{ display: 'grid', gap: 6, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' } }}
      >
        <Box sx={{ minWidth: 0 }}>
          <Typography component="h3" sx={{ fontWeight: 600, mb: 2 }}>
            {translate('claim.statement')}
          </Typography>
          <Typography sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{statement}</Typography>
          <Exhibits point={point} />
          {reason && (
            <Typography sx={{ mt: 3, whiteSpace: 'pre-wrap' }}>{translate('provisional.why', { reason })}</Typography>
          )}
        </Box>
        <Box sx={{ minWidth: 0 }}>
          <Typography component="h3" id={id} sx={{ fontWeight: 600, mb: 2 }}>
            {translate('claim.seen')}
          </Typography>
          <Wide label={id} sx={{}}>
            <Observations point={point} />
          </Wide>
          <Typography variant="body2" sx={{ mt: 2, color: 'text.secondary' }}>
            {translate('claim.shown', { score: format.score(shown.score) })}
          </Typography>
        </Box>
      </Box>
    </Section>
  );
};

/** What the structure shows in support of it, told by the names that it gave. */
const Exhibits = ({ point: { exhibits } }: { readonly point: Point }) => {
  const translate = useTranslate();
  const format = useFormat();
  if (exhibits.length === 0) return null;
  return (
    <Box sx={{ mt: 4, display: 'grid', gap: 4 }}>
      <Typography component="h4" sx={{ fontWeight: 600 }}>
        {translate('claim.exhibits', { smart_count: exhibits.length })}
      </Typography>
      {exhibits.map((exhibit) => (
        <FileFigure
          key={exhibit.id}
          file={exhibit}
          alt={translate('claim.exhibitAlt', { name: exhibit.name })}
          download={translate('claim.download', { name: exhibit.name })}
          caption={translate('claim.exhibitMore', {
            ...{ name: exhibit.name, size: format.bytes(exhibit.size), day: format.day(exhibit.purgeOn) },
          })}
        />
      ))}
    </Box>
  );
};

const Observations = ({ point: { observations } }: { readonly point: Point }) => {
  const translate = useTranslate();
  const format = useFormat();
  const basename = useBasename();
  return (
    <Table size="small">
      <TableHead>
        <TableRow>
          <TableCell>{translate('claim.reference')}</TableCell>
          <TableCell>{translate('claim.day')}</TableCell>
          <TableCell>{translate('claim.value')}</TableCell>
          <TableCell align="right">{translate('claim.points')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {observations.map(({ measurementId, auditId, reference, performedOn, said, points, neutralised }) => (
          <TableRow key={measurementId}>
            <TableCell>
              <Link to={`${basename}/audit/${auditId}/show`}>{reference}</Link>
            </TableCell>
            <TableCell>{format.shortDay(performedOn)}</TableCell>
            <TableCell>
              {said} {neutralised && <Tag label={translate('claim.neutralised')} />}
            </TableCell>
            <TableCell align="right">{format.number(points)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
};
