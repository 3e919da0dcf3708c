import ArrowForward from '@mui/icons-material/ArrowForward';
import { Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useId } from 'react';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { Hidden } from '../kernel/Hidden.tsx';
import { Movement } from '../kernel/Movement.tsx';
import { Wide } from '../kernel/record/Wide.tsx';
import { scoreMoves } from './changes.ts';
import type { Change } from './ranking.graphql.ts';

const WIDE = { display: { xs: 'none', md: 'table-cell' } };

/** Each structure with its score and its rank before and after. */
export const ChangesTable = ({ changes }: { readonly changes: readonly Change[] }) => {
  const translate = useTranslate();
  const id = useId();
  return (
    <Wide label={id} sx={{ border: 1, borderColor: 'divider', borderRadius: 1 }}>
      <Table size="small" aria-labelledby={id} sx={{ '& th, & td': { px: { xs: 1.5, sm: 3 } } }}>
        <caption id={id} style={{ captionSide: 'top', padding: 0 }}>
          <Hidden>{translate('room.preview.table')}</Hidden>
        </caption>
        <TableHead>
          <TableRow>
            <TableCell>{translate('field.structure')}</TableCell>
            <TableCell sx={WIDE}>{translate('room.preview.category')}</TableCell>
            <TableCell align="right">{translate('room.preview.score')}</TableCell>
            <TableCell align="right">{translate('room.preview.rank')}</TableCell>
            <TableCell align="right">{translate('room.preview.shift')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {changes.map((change) => (
            <Row key={change.enrolment.id} change={change} />
          ))}
        </TableBody>
      </Table>
    </Wide>
  );
};

const Row = ({ change }: { readonly change: Change }) => {
  const translate = useTranslate();
  const format = useFormat();
  const { enrolment, scoreBefore, scoreAfter, rankBefore, rankAfter } = change;
  return (
    <TableRow>
      <TableCell sx={{ fontWeight: 600 }}>{enrolment.structure.name}</TableCell>
      <TableCell sx={WIDE}>{enrolment.category.label}</TableCell>
      <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
        <Became before={format.number(scoreBefore, 2)} after={format.number(scoreAfter, 2)} />
        {scoreBefore === scoreAfter && scoreMoves(change) && (
          <Box component="span" sx={{ display: 'block', fontSize: '0.75rem', color: 'text.secondary' }}>
            {translate('room.preview.tiny')}
          </Box>
        )}
      </TableCell>
      <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
        <Became before={format.number(rankBefore)} after={format.number(rankAfter)} />
      </TableCell>
      <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
        <Movement before={rankBefore} after={rankAfter} />
      </TableCell>
    </TableRow>
  );
};

/** What it was, then what it becomes: side by side, or one above the other where there is no room. */
const Became = ({ before, after }: { readonly before: string; readonly after: string }) => {
  const translate = useTranslate();
  if (before === after) return after;
  return (
    <>
      <Box component="span" sx={{ color: 'text.secondary', display: { xs: 'block', sm: 'inline' } }}>
        {before}
      </Box>
      <ArrowForward
        aria-hidden
        sx={{
          mx: 1.5,
          fontSize: 14,
          verticalAlign: '-2px',
          color: 'text.secondary',
          display: { xs: 'none', sm: 'inline' },
        }}
      />
      <Hidden>{translate('room.preview.becomes')}</Hidden>
      <Box component="span" sx={{ fontWeight: 600 }}>
        {after}
      </Box>
    </>
  );
};
