import { Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { Movement } from '../kernel/Movement.tsx';
import { Wide } from '../kernel/record/Wide.tsx';
import { movedCount } from './podiums.ts';
import type { Outcomes } from './workshop.graphql.ts';

/** Who moves under one policy, and by how much; drawn once it is opened. */
export const Movers = ({ outcome: { policy, categories } }: { readonly outcome: Outcomes[number] }) => {
  const translate = useTranslate();
  const id = useId();
  const [open, setOpen] = useState(false);
  const words = { policy: translate(`enum.AbsencePolicy.${policy}`), smart_count: movedCount(categories) };
  if (words.smart_count === 0) return null;
  return (
    <Box
      component="details"
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      sx={{ fontSize: '0.875rem', '& summary': { cursor: 'pointer', py: 1, '@media (pointer: coarse)': { py: 3 } } }}
    >
      <summary id={id}>{translate('room.policies.movers', words)}</summary>
      {open && (
        <Wide label={id} sx={{ mb: 3 }}>
          <MoversTable categories={categories} label={id} />
        </Wide>
      )}
    </Box>
  );
};

const MoversTable = ({
  categories,
  label,
}: {
  readonly categories: Outcomes[number]['categories'];
  readonly label: string;
}) => {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Table size="small" aria-labelledby={label}>
      <TableHead>
        <TableRow>
          <TableCell>{translate('field.structure')}</TableCell>
          <TableCell>{translate('room.workshop.category')}</TableCell>
          <TableCell align="right">{translate('room.policies.scoreInForce')}</TableCell>
          <TableCell align="right">{translate('room.policies.scoreThen')}</TableCell>
          <TableCell align="right">{translate('room.policies.rankInForce')}</TableCell>
          <TableCell align="right">{translate('room.policies.rankThen')}</TableCell>
          <TableCell align="right">{translate('room.workshop.shift')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {categories.flatMap(({ category, moved }) =>
          moved.map(({ enrolment, rank, rankInForce, score, scoreInForce }) => (
            <TableRow key={enrolment.id}>
              <TableCell sx={{ fontWeight: 600 }}>{enrolment.structure.name}</TableCell>
              <TableCell>{category.label}</TableCell>
              <TableCell align="right">{format.number(scoreInForce, 2)}</TableCell>
              <TableCell align="right">{format.number(score, 2)}</TableCell>
              <TableCell align="right">{format.number(rankInForce)}</TableCell>
              <TableCell align="right">{format.number(rank)}</TableCell>
              <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
                <Movement before={rankInForce} after={rank} />
              </TableCell>
            </TableRow>
          )),
        )}
      </TableBody>
    </Table>
  );
};
