import { Box, Button, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { Chip, Tag } from '../kernel/chips.tsx';
import { useEdition } from '../kernel/edition.tsx';
import { useKeys } from '../kernel/keys/keys.ts';
import { useMeasureInWords } from '../kernel/measureInWords.ts';
import { ActDialog } from '../kernel/record/ActDialog.tsx';
import { Section } from '../kernel/record/Section.tsx';
import { CorrectDialog } from './CorrectDialog.tsx';
import { AskQuestion, type ControlSheet, type Measurement } from './control.graphql.ts';
import { useStaleInWords } from './useStaleInWords.ts';

/** What was found, step by step; each line may be asked about, or corrected. Q asks about the line in focus, or the first. */
export const Answers = ({ sheet }: { readonly sheet: ControlSheet }) => {
  const translate = useTranslate();
  const inWords = useMeasureInWords();
  const edition = useEdition();
  const [asking, ask] = useState<Measurement | null>(null);
  const [correcting, correct] = useState<Measurement | null>(null);
  const { audit, questions, corrections, evidences } = sheet;
  const open = edition?.rights.includes('CONTROL') ?? false;
  const ordered = audit.measurements.toSorted(
    (a, b) => a.criterion.step.position - b.criterion.step.position || a.criterion.position - b.criterion.position,
  );
  useKeys({
    q: (event) => {
      const row = document.activeElement?.closest<HTMLElement>('[data-measurement]')?.dataset.measurement;
      const chosen = ordered.find(({ id }) => id === row) ?? ordered[0];
      if (!open || !chosen) return;
      event.preventDefault();
      ask(chosen);
    },
  });
  return (
    <Section title={translate('room.audit.measurements', { smart_count: ordered.length })} flush>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{translate('resources.criterion.name', { smart_count: 1 })}</TableCell>
            <TableCell align="right">{translate('room.audit.found')}</TableCell>
            <TableCell>
              <Box component="span" sx={{ position: 'absolute', clipPath: 'inset(50%)' }}>
                {translate('room.control.acts')}
              </Box>
            </TableCell>
          </TableRow>
        </TableHead>
        {[...Map.groupBy(ordered, ({ criterion }) => criterion.step.label)].map(([step, found]) => (
          <TableBody key={step}>
            <TableRow>
              <TableCell
                component="th"
                scope="rowgroup"
                colSpan={3}
                sx={{ color: 'text.secondary', fontSize: '0.75rem', fontWeight: 600, bgcolor: 'background.default' }}
              >
                {step}
              </TableCell>
            </TableRow>
            {found.map((measurement) => {
              const { criterion } = measurement;
              const asked = questions.filter((each) => each.criterion.id === criterion.id && each.state !== 'CLOSED');
              const shown = evidences.filter(({ criterionCode }) => criterionCode === criterion.code).length;
              const corrected = corrections.some((each) => each.criterion.id === criterion.id);
              return (
                <TableRow key={measurement.id} data-measurement={measurement.id}>
                  <TableCell sx={{ fontWeight: '400 !important' }}>
                    {criterion.label}
                    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1, '&:empty': { display: 'none' } }}>
                      {asked.length > 0 && <Tag tone="info" label={translate('room.control.asked')} />}
                      {corrected && <Tag tone="warning" label={translate('room.control.corrected')} />}
                      {shown > 0 && <Tag label={translate('room.control.pieces', { smart_count: shown })} />}
                    </Box>
                  </TableCell>
                  <TableCell align="right">
                    {measurement.absence ? <Chip of="Absence" value={measurement.absence} /> : inWords(measurement)}
                  </TableCell>
                  <TableCell align="right" sx={{ whiteSpace: { sm: 'nowrap' } }}>
                    {open && (
                      <>
                        <Button
                          size="small"
                          aria-label={translate('room.control.askOn', { criterion: criterion.label })}
                          onClick={() => ask(measurement)}
                        >
                          {translate('room.control.question')}
                        </Button>
                        {!criterion.delay && (
                          <Button
                            size="small"
                            aria-label={translate('room.control.correctOn', { criterion: criterion.label })}
                            onClick={() => correct(measurement)}
                          >
                            {translate('room.control.correct')}
                          </Button>
                        )}
                      </>
                    )}
                  </TableCell>
                </TableRow>
              );
            })}
          </TableBody>
        ))}
      </Table>
      {asking && <AskDialog audit={audit} measurement={asking} onClose={() => ask(null)} />}
      {correcting && <CorrectDialog audit={audit} measurement={correcting} onClose={() => correct(null)} />}
    </Section>
  );
};

interface AskDialogProps {
  readonly audit: ControlSheet['audit'];
  readonly measurement: Measurement;
  readonly onClose: () => void;
}

const AskDialog = ({ audit, measurement: { criterion }, onClose }: AskDialogProps) => {
  const translate = useTranslate();
  const telling = useStaleInWords();
  return (
    <ActDialog
      title={translate('room.control.askOn', { criterion: criterion.label })}
      action={translate('room.control.askDo')}
      done="room.control.askDone"
      motive={{ label: translate('room.control.question'), help: translate('room.control.askHelp') }}
      act={(text) =>
        telling(run(AskQuestion, { auditId: audit.id, version: audit.version, criterionId: criterion.id, text }))
      }
      onClose={onClose}
    >
      <p style={{ margin: 0 }}>{translate('room.control.askMore')}</p>
    </ActDialog>
  );
};
