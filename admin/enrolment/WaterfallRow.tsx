import ExpandMore from '@mui/icons-material/ExpandMore';
import { Box, ButtonBase, TableCell, TableRow } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { MeasurementsOf } from './MeasurementsOf.tsx';
import type { Part } from './parts.ts';
import { WaterfallBar } from './WaterfallBar.tsx';

interface RowProps {
  readonly part: Part;
  readonly open: ReadonlySet<string>;
  readonly toggle: (key: string) => void;
  readonly behind: string | null;
}

/** One line of the waterfall, and under it, once opened, what it is made of. */
export const WaterfallRow = (props: RowProps) => {
  const { part, open, toggle, behind } = props;
  const [measured, setMeasured] = useState(false);
  const opened = open.has(part.key);
  const { criterion } = part;
  const shows = behind !== null && criterion !== undefined;
  const press = part.parts.length > 0 ? () => toggle(part.key) : shows ? () => setMeasured(!measured) : null;
  return (
    <>
      <TableRow sx={part.level > 0 ? { bgcolor: 'background.default' } : {}}>
        <TableCell sx={{ overflowWrap: 'anywhere' }}>
          <Box sx={{ pl: { xs: 2 * part.level, sm: 5 * part.level } }}>
            <Name part={part} press={press} expanded={part.parts.length > 0 ? opened : measured} />
            <More part={part} under={press !== null} />
          </Box>
          {(part.level === 0 || part.value !== null) && (
            <Box sx={{ display: { sm: 'none' }, pt: 1 }}>
              <WaterfallBar part={part} absent={part.value === null} />
            </Box>
          )}
        </TableCell>
        <TableCell sx={{ display: { xs: 'none', sm: 'table-cell' }, px: 0 }}>
          <WaterfallBar part={part} absent={part.value === null} />
        </TableCell>
        <TableCell align="right" sx={part.value === null ? { color: 'text.secondary' } : {}}>
          <Figure part={part} />
        </TableCell>
      </TableRow>
      {opened && part.parts.map((one) => <WaterfallRow {...props} key={one.key} part={one} />)}
      {measured && shows && (
        <TableRow>
          <TableCell colSpan={3} sx={{ '&&': { py: 0, pl: { xs: 5, sm: 14 } }, bgcolor: 'background.default' }}>
            <MeasurementsOf enrolment={behind} line={criterion} />
          </TableCell>
        </TableRow>
      )}
    </>
  );
};

/** What it is called; a button when it opens. */
const Name = ({ part, press, expanded }: { part: Part; press: (() => void) | null; expanded: boolean }) => {
  const translate = useTranslate();
  const { kind, line, label, criterion } = part;
  const names: Readonly<Record<Part['kind'], ReactNode>> = {
    channel: line && translate(`enum.ChannelCode.${line.channel.code}`),
    step: label,
    criterion: criterion?.criterion.label,
    bonus: `${translate('room.explanation.bonus')} · ${criterion?.criterion.label}`,
    cap: translate('room.explanation.cap'),
    floor: null,
  };
  const weight = part.level === 0 ? 600 : 400;
  if (!press) return <Box sx={{ fontWeight: weight, py: 1 }}>{names[kind]}</Box>;
  return (
    <ButtonBase
      aria-expanded={expanded}
      onClick={press}
      sx={{
        ...{ font: 'inherit', fontWeight: weight, gap: 1, minHeight: 32, textAlign: 'left', ml: -1 },
        '@media (pointer: coarse)': { minHeight: 44 },
      }}
    >
      <ExpandMore aria-hidden sx={{ fontSize: 18, transform: expanded ? 'none' : 'rotate(-90deg)' }} />
      <span>{names[kind]}</span>
    </ButtonBase>
  );
};

/** Under a criterion: its score, its weight, how many findings; under a channel without a score, what it counts as. */
const More = ({ part: { criterion, line }, under }: { readonly part: Part; readonly under: boolean }) => {
  const translate = useTranslate();
  const format = useFormat();
  const words =
    line?.outcome === 'ZERO' || line?.outcome === 'FLOOR'
      ? translate(`room.explanation.${line.outcome}`)
      : criterion && criterion.score !== null
        ? translate('room.explanation.criterion', {
            score: format.number(criterion.score, 2),
            weight: format.number(criterion.criterion.weight),
            smart_count: criterion.base,
          })
        : null;
  return words && <Box sx={{ pl: under ? 4.5 : 0, pb: 1, fontSize: '0.75rem', color: 'text.secondary' }}>{words}</Box>;
};

/** What it brings, of what it could; or why nothing. */
const Figure = ({ part }: { readonly part: Part }) => {
  const translate = useTranslate();
  const format = useFormat();
  const { value, most, line, kind, criterion } = part;
  if (value === null && line)
    return translate(line.outcome ? `room.explanation.absent.${line.outcome}` : 'room.sheet.absent');
  if (value === null) return criterion?.score === null ? translate('room.explanation.none') : '—';
  const points = format.number(value, 2).replace('-', '−');
  return kind === 'cap' ? points : translate('room.sheet.points', { points, max: format.number(most, 2) });
};
