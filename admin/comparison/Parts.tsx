import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { Section } from '../kernel/record/Section.tsx';
import type { Answer } from './comparison.graphql.ts';
import { PartBar } from './PartBar.tsx';
import { axisOf, type Step, stepsOf } from './parts.ts';
import { SaveButton } from './SaveButton.tsx';
import { useSigned } from './signed.ts';

/** The change in one sentence, then where it comes from: the table is the chart. */
export const Parts = ({ comparison }: { readonly comparison: Answer }) => {
  const translate = useTranslate();
  const format = useFormat();
  const signed = useSigned();
  const { before, after, global, counts } = comparison;
  const steps = stepsOf(global);
  const said = global.change ? (global.unsplit ? 'unsplit' : 'split') : 'none';
  const sentence = translate(`room.comparison.sentence.${said}`, {
    ...{ from: before.year, to: after.year },
    ...{ before: format.score(global.before?.value), after: format.score(global.after?.value) },
    ...{ change: signed(global.change?.value, 1), like: signed(global.likeForLike?.value, 1) },
    smart_count: Math.abs(Number(global.change?.value ?? 0)) < 2 ? 1 : 2,
  });
  const nameOf = ({ name }: Step) =>
    translate(`room.comparison.part.${name}`, { year: name === 'before' ? before.year : after.year });
  const isMean = ({ name }: Step) => name === 'before' || name === 'after';
  const columns = [
    { label: translate('room.comparison.step'), value: nameOf },
    { label: translate('room.comparison.points'), value: ({ points }: Step) => points.replace('.', ',') },
  ];
  return (
    <>
      <Typography component="p" variant="h2" sx={{ mb: 2, maxWidth: '56rem' }}>
        {sentence}
      </Typography>
      <Typography sx={{ mb: 4, color: 'text.secondary' }}>
        {global.unsplit && `${translate(`room.comparison.unsplit.${global.unsplit}`)}. `}
        {translate('room.comparison.common', counts)}
      </Typography>
      {steps.length > 0 && (
        <Section
          flush
          title={translate('room.comparison.parts')}
          aside={
            <SaveButton
              rows={steps}
              columns={columns}
              file={`barometre-${after.year}-comparaison-${before.year}.csv`}
            />
          }
        >
          <Table size="small">
            <TableHead>
              <TableRow>
                <TableCell>{translate('room.comparison.step')}</TableCell>
                <TableCell sx={{ width: '45%', display: { xs: 'none', sm: 'table-cell' } }}>
                  <Ends axis={axisOf(steps)} />
                </TableCell>
                <TableCell align="right">{translate('room.comparison.points')}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {steps.map((step) => (
                <TableRow key={step.name}>
                  <TableCell sx={isMean(step) ? { fontWeight: 650 } : {}}>
                    {nameOf(step)}
                    {!isMean(step) && (
                      <Typography variant="body2" sx={{ color: 'text.secondary', fontSize: '0.75rem' }}>
                        {translate(`room.comparison.partMore.${step.name}`)}
                      </Typography>
                    )}
                    <Box sx={{ display: { sm: 'none' }, mt: 1 }}>
                      <PartBar step={step} axis={axisOf(steps)} />
                    </Box>
                  </TableCell>
                  <TableCell sx={{ display: { xs: 'none', sm: 'table-cell' } }}>
                    <PartBar step={step} axis={axisOf(steps)} />
                  </TableCell>
                  <TableCell align="right" sx={isMean(step) ? { fontWeight: 650 } : {}}>
                    {isMean(step) ? format.number(step.points, 2) : signed(step.points, 2)}
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
          <Typography variant="body2" sx={{ px: 5, py: 3, color: 'text.secondary' }}>
            {translate('room.comparison.partsMore')}
          </Typography>
        </Section>
      )}
    </>
  );
};

/** The ends of the axis of the bars, with what they are. */
const Ends = ({ axis }: { readonly axis: { readonly low: number; readonly high: number } }) => {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 2 }}>
      <span>{format.number(axis.low)}</span>
      <span>{translate('room.comparison.bar')}</span>
      <span>{format.number(axis.high)}</span>
    </Box>
  );
};
