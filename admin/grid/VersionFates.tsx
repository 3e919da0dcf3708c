import { Box, Button, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Tag } from '../kernel/chips.tsx';
import { useFormat } from '../kernel/format.ts';
import { useScaleInWords } from './scaleInWords.ts';
import type { Effect, FateCriterion, FateLine } from './version.graphql.ts';
import { useFaultInWords } from './versionFaults.ts';

const TONES = { KEPT: 'muted', CONVERTED: 'info', SET_ASIDE: 'warning', NEW: 'success' } as const;
const WIDE = { display: { xs: 'none', md: 'table-cell' } };

interface FatesProps {
  readonly fates: readonly FateLine[];
  readonly faults?: Effect['faults'];
  /** Opens what is declared of one criterion; nothing changes without it. */
  readonly onChange?: ((fate: FateLine) => void) | undefined;
}

/** What becomes of the measurements of each criterion: where they go, how, and how many there are. */
export const VersionFates = ({ fates, faults = [], onChange }: FatesProps) => {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Table size="small" sx={{ '& td': { verticalAlign: 'top' } }}>
      <TableHead>
        <TableRow>
          <TableCell>{translate('room.version.criterion')}</TableCell>
          <TableCell>{translate('room.version.fate')}</TableCell>
          <TableCell align="right" sx={WIDE}>
            {translate('room.version.measured')}
          </TableCell>
          {onChange && <TableCell />}
        </TableRow>
      </TableHead>
      <TableBody>
        {inOrder(fates, faults).map((fate) => {
          const named = fate.source ?? fate.target;
          return (
            <TableRow key={`${fate.source?.code} ${fate.target?.code}`}>
              <TableCell>
                <Criterion fate={fate} />
                <Faults faults={faults.filter(({ criterion }) => criterion === named?.code)} />
              </TableCell>
              <TableCell>
                <Tag tone={TONES[fate.kind]} label={translate(`enum.FateKind.${fate.kind}`)} />
                <How fate={fate} />
              </TableCell>
              <TableCell align="right" sx={{ ...WIDE, fontVariantNumeric: 'tabular-nums' }}>
                {fate.source ? format.number(fate.values + fate.absences) : '—'}
              </TableCell>
              {onChange && (
                <TableCell align="right">
                  <Button
                    size="small"
                    aria-label={translate('room.version.changeOf', { criterion: named?.label ?? '' })}
                    onClick={() => onChange(fate)}
                  >
                    {translate('room.version.change')}
                  </Button>
                </TableCell>
              )}
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
};

/** What is to be put right first, then what moves, then what stays. */
const inOrder = (fates: readonly FateLine[], faults: Effect['faults']): FateLine[] => {
  const wrong = new Set(faults.map(({ criterion }) => criterion));
  const place = ({ kind, source, target }: FateLine) =>
    wrong.has((source ?? target)?.code ?? '') ? 0 : ['SET_ASIDE', 'CONVERTED', 'NEW', 'KEPT'].indexOf(kind) + 1;
  return fates.toSorted((a, b) => place(a) - place(b));
};

const small = { fontSize: '0.75rem', color: 'text.secondary' };

/** The criterion, in its words of before when they changed, and its channel. */
const Criterion = ({ fate: { source, target } }: { readonly fate: FateLine }) => {
  const translate = useTranslate();
  const named = target ?? source;
  return (
    <>
      <Box sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{named?.label}</Box>
      <Box sx={small}>
        {named?.channel.label} ·{' '}
        {source && target && source.code !== target.code
          ? translate('room.version.renamed', { before: source.code, after: target.code })
          : named?.code}
      </Box>
    </>
  );
};

/** In what way: the factor, each answer, the absence, the motive; and what changed of the criterion itself. */
const How = ({ fate }: { readonly fate: FateLine }) => {
  const translate = useTranslate();
  const { source, target, answers, factor, absence, motive } = fate;
  const word = (of: FateCriterion | null, answer: string) =>
    of?.scale.type === 'CHOICE'
      ? (of.scale.choices.find(({ code }) => code === answer)?.label ?? answer)
      : translate(answer === '1' ? 'room.settings.yes' : 'room.settings.no');
  const lines = [
    ...(factor ? [translate('room.version.times', { factor })] : []),
    ...(answers ?? []).map((each) =>
      translate('room.version.answerBecame', {
        from: word(source, each.from),
        to: each.to === null ? translate(`enum.Absence.${each.absence}`) : word(target, each.to),
      }),
    ),
    ...(absence
      ? [translate('room.version.counts', { absence: translate(`enum.Absence.${absence}`).toLowerCase() })]
      : []),
    ...(motive ? [motive] : []),
    ...useChangesOf(source, target),
  ];
  return lines.map((line) => (
    <Box key={line} sx={{ ...small, mt: 1, maxWidth: 420 }}>
      {line}
    </Box>
  ));
};

/** What a criterion became beyond its measurements: its words, its weight, its scale. */
function useChangesOf(source: FateCriterion | null, target: FateCriterion | null): string[] {
  const translate = useTranslate();
  const format = useFormat();
  const scale = useScaleInWords();
  if (!source || !target) return [];
  const became = (field: string, before: string, after: string) =>
    before === after ? [] : [translate('room.version.became', { field: translate(`field.${field}`), before, after })];
  return [
    ...became('label', source.label, target.label),
    ...became('weight', format.number(source.weight), format.number(target.weight)),
    ...became('scale', scale(source), scale(target)),
    ...became('step', source.step.label, target.step.label),
    ...(JSON.stringify(source.conditions) === JSON.stringify(target.conditions)
      ? []
      : [translate('room.version.conditions')]),
  ];
}

const Faults = ({ faults }: { readonly faults: Effect['faults'] }) => {
  const words = useFaultInWords();
  return faults.map((fault) => (
    <Box key={words(fault)} sx={{ mt: 1, fontSize: '0.8125rem', color: 'error.main' }}>
      {words(fault)}
    </Box>
  ));
};
