import { Box, Button, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { memo, useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { Movement } from '../kernel/Movement.tsx';
import type { Standing } from './standings.ts';

/** How many are shown before one asks for all. */
const FIRST = 12;

const WIDE = { display: { xs: 'none', sm: 'table-cell' } };

/** Everyone in a category, in the simulated order, beside where they officially stand. */
export const SimulatedTable = ({
  standings,
  label,
}: {
  readonly standings: readonly Standing[];
  readonly label: string;
}) => {
  const translate = useTranslate();
  const id = useId();
  const [all, setAll] = useState(false);
  const shown = all ? standings : standings.slice(0, FIRST);
  return (
    <>
      <Table
        id={id}
        size="small"
        aria-label={label}
        sx={{ '& th, & td': { px: 1.5 }, '& th': { whiteSpace: 'normal' } }}
      >
        <TableHead>
          <TableRow>
            <TableCell align="right">{translate('room.workshop.rank')}</TableCell>
            <TableCell>{translate('field.structure')}</TableCell>
            <TableCell align="right">{translate('room.workshop.score')}</TableCell>
            <TableCell align="right" sx={WIDE}>
              {translate('room.workshop.officialScore')}
            </TableCell>
            <TableCell align="right" sx={WIDE}>
              {translate('room.workshop.officialRank')}
            </TableCell>
            <TableCell align="right">{translate('room.workshop.shift')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {shown.map((standing) => (
            <Row key={standing.id} {...standing} />
          ))}
        </TableBody>
      </Table>
      {standings.length > FIRST && (
        <Button color="inherit" aria-expanded={all} aria-controls={id} onClick={() => setAll(!all)} sx={{ mt: 2 }}>
          {translate(all ? 'room.workshop.fewer' : 'room.workshop.all', { count: standings.length })}
        </Button>
      )}
    </>
  );
};

/** Drawn again only when it moved: a slider is dragged over fifty of them. */
const Row = memo(({ name, rank, score, officialRank, officialScore }: Standing) => {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <TableRow>
      <TableCell align="right" sx={{ fontWeight: rank !== null && rank <= 3 ? 700 : 400 }}>
        {rank === null ? (
          <Box component="span" sx={{ fontSize: '0.75rem', color: 'text.secondary' }}>
            {translate('room.workshop.unranked')}
          </Box>
        ) : (
          format.number(rank)
        )}
      </TableCell>
      <TableCell sx={{ fontWeight: 600 }}>{name}</TableCell>
      <TableCell align="right">{format.number(score, 2)}</TableCell>
      <TableCell align="right" sx={{ ...WIDE, color: 'text.secondary' }}>
        {format.number(officialScore, 2)}
      </TableCell>
      <TableCell align="right" sx={{ ...WIDE, color: 'text.secondary' }}>
        {format.number(officialRank)}
      </TableCell>
      <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
        <Movement before={officialRank} after={rank} />
      </TableCell>
    </TableRow>
  );
});
