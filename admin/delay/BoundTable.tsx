import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import ShowChart from '@mui/icons-material/ShowChart';
import { Box, Button, IconButton, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useTranslate } from 'react-admin';
import { csvOf, download } from '../kernel/csv.ts';
import type { EditionInForce } from '../kernel/edition.tsx';
import { useFormat } from '../kernel/format.ts';
import { Section } from '../kernel/record/Section.tsx';
import type { By, Curve } from './delay.graphql.ts';
import { answeredBelow, type Timed } from './timed.ts';
import { useWords } from './useWords.ts';

interface BoundTableProps {
  readonly edition: EditionInForce;
  readonly timed: Timed;
  readonly by: By | null;
  /** All requests together, then group by group. */
  readonly curves: readonly Curve[];
  readonly chosen: string | null;
  readonly onChoose: (group: string | null) => void;
}

/** What share was answered at each bound of the scale, all together and in each group, which can be drawn. */
export const BoundTable = ({ edition, timed, by, curves, chosen, onChoose }: BoundTableProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const words = useWords(timed, by);
  const save = () => {
    const columns = [
      { label: translate('room.delay.group'), value: (curve: Curve) => words.group(curve) },
      { label: translate('room.delay.sent'), value: ({ base }: Curve) => base },
      ...timed.bounds.map((bound) => ({
        label: translate('room.delay.within', { days: format.number(bound) }),
        value: (curve: Curve) => answeredBelow(curve, bound),
      })),
      { label: words.ending('answered'), value: ({ answered }: Curve) => answered },
      { label: words.ending('unanswered'), value: ({ unanswered }: Curve) => unanswered },
    ];
    download(
      csvOf(curves, columns, (label) => label),
      `barometre-${edition.year}-delais-${timed.code}-bornes.csv`,
    );
  };
  return (
    <Section
      flush
      title={translate('room.delay.bounds')}
      aside={
        <Button color="inherit" variant="outlined" startIcon={<FileDownloadOutlined />} onClick={save}>
          {translate('list.export')}
        </Button>
      }
    >
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{translate('room.delay.group')}</TableCell>
            <TableCell align="right">{translate('room.delay.sent')}</TableCell>
            {timed.bounds.map((bound) => (
              <TableCell key={bound} align="right">
                {translate('room.delay.within', { days: format.number(bound) })}
              </TableCell>
            ))}
            <TableCell align="right">{translate('room.delay.ever')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {curves.map((curve, at) => (
            <TableRow key={at === 0 ? '' : `of ${curve.group}`} selected={at > 0 && curve.group === chosen}>
              <TableCell sx={{ minWidth: 180, ...(at === 0 ? { fontWeight: 650 } : {}) }}>
                <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
                  {at > 0 && <Draw name={words.group(curve)} group={curve.group} chosen={chosen} onChoose={onChoose} />}
                  {words.group(curve)}
                </Box>
              </TableCell>
              <TableCell align="right">{format.number(curve.base)}</TableCell>
              {timed.bounds.map((bound) => (
                <TableCell key={bound} align="right">
                  {format.percent(answeredBelow(curve, bound) / curve.base, 1)}
                </TableCell>
              ))}
              <TableCell align="right">{format.percent(curve.answered / curve.base, 1)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Section>
  );
};

interface DrawProps {
  readonly name: string;
  readonly group: string | null;
  readonly chosen: string | null;
  readonly onChoose: (group: string | null) => void;
}

/** Draws the curve of one group over that of all, or takes it away. */
const Draw = ({ name, group, chosen, onChoose }: DrawProps) => {
  const translate = useTranslate();
  const drawn = group === chosen;
  return (
    <IconButton
      size="small"
      aria-pressed={drawn}
      aria-label={translate(drawn ? 'room.delay.unsee' : 'room.delay.see', { group: name })}
      onClick={() => onChoose(drawn ? null : group)}
      sx={{ color: drawn ? 'primary.main' : 'text.secondary' }}
    >
      <ShowChart fontSize="small" />
    </IconButton>
  );
};
