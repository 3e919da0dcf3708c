import { Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { Hidden } from '../kernel/Hidden.tsx';
import { Section } from '../kernel/record/Section.tsx';
import { type Contribution, contributionsOf } from './contributions.ts';
import type { Sheet } from './enrolment.graphql.ts';

/** Where there is no room for a column of bars, each stands under its name. */
const NARROW = { display: { sm: 'none' }, pb: 1 };

/** From 0 to the score: each channel starts where the one above ended; the pale end is what it could still bring. */
export const Waterfall = ({ sheet }: { readonly sheet: Sheet }) => {
  const translate = useTranslate();
  const format = useFormat();
  if (sheet.score === null) return null;
  const steps = contributionsOf(sheet.channels);
  const absent = steps.some((step) => step.absent === 'absent');
  return (
    <Section flush title={translate('room.sheet.waterfall', { score: format.number(sheet.score, 1) })}>
      <Table size="small" sx={{ tableLayout: 'fixed' }}>
        <TableHead>
          <TableRow>
            <TableCell sx={{ width: { xs: '62%', sm: 150 } }}>{translate('room.sheet.channel')}</TableCell>
            <TableCell sx={{ display: { xs: 'none', sm: 'table-cell' } }}>
              <Hidden>{translate('room.sheet.brings')}</Hidden>
            </TableCell>
            <TableCell align="right" sx={{ width: { sm: 130 } }}>
              {translate('room.sheet.brings')}
            </TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {steps.map((step) => (
            <TableRow key={step.code}>
              <TableCell>
                {translate(`enum.ChannelCode.${step.code}`)}
                <Box sx={NARROW}>
                  <Bar step={step} />
                </Box>
              </TableCell>
              <TableCell sx={{ display: { xs: 'none', sm: 'table-cell' }, px: 0 }}>
                <Bar step={step} />
              </TableCell>
              <TableCell align="right" sx={step.absent ? { color: 'text.secondary' } : {}}>
                {step.absent
                  ? translate(`room.sheet.${step.absent}`)
                  : translate('room.sheet.points', {
                      points: format.number(step.points, 1),
                      max: format.number(step.most, 1),
                    })}
              </TableCell>
            </TableRow>
          ))}
          <TableRow>
            <TableCell sx={{ fontWeight: 650 }}>{translate('room.sheet.total')}</TableCell>
            <TableCell sx={{ display: { xs: 'none', sm: 'table-cell' }, px: 0 }}>
              <Bar step={{ code: '', from: 0, points: Number(sheet.score), most: 100, absent: null }} />
            </TableCell>
            <TableCell align="right" sx={{ fontWeight: 650 }}>
              {translate('room.sheet.points', { points: format.number(sheet.score, 1), max: 100 })}
            </TableCell>
          </TableRow>
        </TableBody>
      </Table>
      {absent && <Box sx={{ px: 5, py: 3, color: 'text.secondary' }}>{translate('room.sheet.absentMore')}</Box>}
    </Section>
  );
};

const Bar = ({ step }: { readonly step: Contribution }) => (
  <Box aria-hidden sx={{ position: 'relative', height: 16 }}>
    {step.absent ? (
      <Box
        sx={{
          position: 'absolute',
          left: `${step.from}%`,
          width: 24,
          top: 8,
          borderTop: 1,
          borderTopStyle: 'dashed',
          borderColor: 'text.secondary',
        }}
      />
    ) : (
      <>
        <Box
          sx={{
            position: 'absolute',
            left: `${step.from}%`,
            width: `${step.most}%`,
            height: '100%',
            bgcolor: 'action.selected',
            borderRadius: '2px',
          }}
        />
        <Box
          sx={{
            position: 'absolute',
            left: `${step.from}%`,
            width: `${step.points}%`,
            height: '100%',
            bgcolor: 'primary.main',
            borderRadius: '2px',
          }}
        />
      </>
    )}
  </Box>
);
