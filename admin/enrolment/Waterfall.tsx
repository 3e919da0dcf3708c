import { Box, Button, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { Hidden } from '../kernel/Hidden.tsx';
import { Section } from '../kernel/record/Section.tsx';
import type { Sheet } from './enrolment.graphql.ts';
import { FormulaOf } from './FormulaOf.tsx';
import { openersIn, partsOf } from './parts.ts';
import { WaterfallBar } from './WaterfallBar.tsx';
import { WaterfallRow } from './WaterfallRow.tsx';

/** Where there is room for a column of bars; otherwise each stands under its name. */
const WIDE = { display: { xs: 'none', sm: 'table-cell' }, px: 0 };

interface WaterfallProps {
  readonly sheet: Sheet;
  /** The enrolment, for those who may open the measurements behind a criterion. */
  readonly behind: string | null;
}

/** From 0 to the score: each channel starts where the one above ended, and opens into its steps and criteria. */
export const Waterfall = ({ sheet, behind }: WaterfallProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  if (sheet.score === null) return <FormulaOf formula={sheet.formula} alone />;
  const parts = partsOf(sheet.channels);
  const openers = openersIn(parts);
  const all = openers.length > 0 && openers.every((key) => open.has(key));
  const toggle = (key: string) =>
    setOpen((before) => new Set(before.has(key) ? [...before].filter((one) => one !== key) : [...before, key]));
  return (
    <Section
      flush
      title={translate('room.sheet.waterfall', { score: format.number(sheet.score, 1) })}
      aside={
        openers.length > 0 && (
          <Button size="small" color="inherit" onClick={() => setOpen(new Set(all ? [] : openers))}>
            {translate(all ? 'room.explanation.closeAll' : 'room.explanation.openAll')}
          </Button>
        )
      }
    >
      <Table size="small" aria-label={translate('room.sheet.brings')} sx={{ tableLayout: 'fixed' }}>
        <TableHead>
          <TableRow>
            <TableCell sx={{ width: { xs: '66%', sm: '40%' } }}>{translate('room.explanation.name')}</TableCell>
            <TableCell sx={WIDE}>
              <Hidden>{translate('room.sheet.brings')}</Hidden>
            </TableCell>
            <TableCell align="right" sx={{ width: { sm: 150 } }}>
              {translate('room.sheet.brings')}
            </TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {parts.map((part) => (
            <WaterfallRow key={part.key} part={part} open={open} toggle={toggle} behind={behind} />
          ))}
          <TableRow>
            <TableCell sx={{ fontWeight: 650 }}>{translate('room.sheet.total')}</TableCell>
            <TableCell sx={WIDE}>
              <WaterfallBar part={{ kind: 'channel', from: 0, points: Number(sheet.score), most: 100 }} />
            </TableCell>
            <TableCell align="right" sx={{ fontWeight: 650 }}>
              {translate('room.sheet.points', { points: format.number(sheet.score, 2), max: 100 })}
            </TableCell>
          </TableRow>
        </TableBody>
      </Table>
      <Notes sheet={sheet} />
      <FormulaOf formula={sheet.formula} />
    </Section>
  );
};

/** What becomes of the channels that have no score, in words, each said once. */
const Notes = ({ sheet }: { readonly sheet: Sheet }) => {
  const translate = useTranslate();
  const outcomes = new Set(sheet.channels.flatMap(({ outcome }) => (outcome && outcome !== 'SCORED' ? [outcome] : [])));
  const unknown = sheet.channels.every(({ outcome }) => outcome === null);
  if (outcomes.size === 0 && !unknown) return null;
  return (
    <Box sx={{ px: 5, py: 3, borderTop: 1, borderColor: 'divider' }}>
      {[...outcomes].map((outcome) => (
        <Typography key={outcome} variant="body2" sx={{ color: 'text.secondary' }}>
          {translate(`room.explanation.absentMore.${outcome}`)}
        </Typography>
      ))}
      {unknown && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {translate('room.explanation.unknown')}
        </Typography>
      )}
    </Box>
  );
};
