import ExpandLess from '@mui/icons-material/ExpandLess';
import ExpandMore from '@mui/icons-material/ExpandMore';
import { Box, Button, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Wide } from '../kernel/record/Wide.tsx';
import type { EditionSheet } from './edition.graphql.ts';

/** Who may do what in each phase, as a table that one opens; the phase in progress stands out. */
export const PhaseTable = ({ edition }: { readonly edition: EditionSheet }) => {
  const translate = useTranslate();
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <Box sx={{ mt: 4 }}>
      <Button
        color="inherit"
        size="small"
        aria-expanded={open}
        aria-controls={`${id}table`}
        startIcon={open ? <ExpandLess /> : <ExpandMore />}
        onClick={() => setOpen(!open)}
      >
        {translate(open ? 'room.passage.tableHide' : 'room.passage.tableShow')}
      </Button>
      <Box id={`${id}table`} hidden={!open}>
        {open && (
          <>
            <Typography id={id} variant="body2" sx={{ my: 2, color: 'text.secondary' }}>
              {translate('room.passage.tableMore')}
            </Typography>
            <Wide label={id} sx={{ border: 1, borderColor: 'divider', borderRadius: 1 }}>
              <Rows edition={edition} />
            </Wide>
          </>
        )}
      </Box>
    </Box>
  );
};

const Rows = ({ edition: { phases, phase: here } }: { readonly edition: EditionSheet }) => {
  const translate = useTranslate();
  const audiences = phases[0]?.grants.map(({ audience }) => audience) ?? [];
  return (
    <Table size="small" aria-label={translate('room.passage.table')}>
      <TableHead>
        <TableRow>
          <TableCell>{translate('room.passage.phase')}</TableCell>
          {audiences.map((audience) => (
            <TableCell key={audience}>{translate(`enum.Audience.${audience}`)}</TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {phases.map(({ phase, grants }) => (
          <TableRow key={phase} selected={phase === here} aria-current={phase === here ? 'step' : undefined}>
            <TableCell component="th" scope="row" sx={{ fontWeight: phase === here ? 700 : 400, whiteSpace: 'nowrap' }}>
              {translate(`enum.EditionPhase.${phase}`)}
            </TableCell>
            {grants.map(({ audience, rights }) => (
              <TableCell
                key={audience}
                sx={{
                  minWidth: 130,
                  verticalAlign: 'top',
                  color: rights.length > 0 ? 'text.primary' : 'text.secondary',
                }}
              >
                {rights.length > 0
                  ? rights.map((right) => translate(`room.passage.right.${right}`)).join(', ')
                  : translate('room.passage.none')}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
};
