import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControl,
  FormControlLabel,
  FormLabel,
  Radio,
  RadioGroup,
  useMediaQuery,
} from '@mui/material';
import { useId, useState } from 'react';
import { useResourceContext, useTranslate } from 'react-admin';
import { useFormat } from '../format.ts';
import { type Moved, mergedOf, type Side } from './conflict.ts';
import type { Conflict, useConflict } from './useConflict.ts';
import { useValueInWords } from './valueInWords.ts';

/** Says who changed what since the record was opened, puts together what agrees, and asks where it does not. */
export const ConflictDialog = ({ conflict, save, isPending, giveUp, close }: ReturnType<typeof useConflict>) => {
  const id = useId();
  const small = useMediaQuery('(max-width: 600px)');
  return (
    <Dialog open={conflict !== null} onClose={close} aria-labelledby={id} fullWidth maxWidth="md" fullScreen={small}>
      {conflict && (
        <Merging id={id} conflict={conflict} pending={isPending} onSave={save} onGiveUp={giveUp} onClose={close} />
      )}
    </Dialog>
  );
};

const Merging = (props: {
  readonly id: string;
  readonly conflict: Conflict;
  readonly pending: boolean;
  readonly onSave: (input: Conflict['input']) => void;
  readonly onGiveUp: () => void;
  readonly onClose: () => void;
}) => {
  const { conflict, id } = props;
  const translate = useTranslate();
  const format = useFormat();
  const [chosen, setChosen] = useState<Readonly<Record<string, Side>>>({});
  const merged = mergedOf(conflict.input, conflict.moved, chosen);
  const by = (side: Moved['by']) => conflict.moved.filter((field) => field.by === side);
  const clashes = by('clash');
  const names = [...new Set(conflict.changes.map(({ actorName }) => actorName ?? translate('record.system')))];
  const who = names.length > 0 ? format.list(names) : translate('conflict.someone');
  const when = conflict.changes[0] ? format.ago(conflict.changes[0].at, new Date()) : '';
  return (
    <>
      <DialogTitle id={id}>{translate('conflict.title', { who })}</DialogTitle>
      <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 5 }}>
        <div>{translate(clashes.length > 0 ? 'conflict.moreClash' : 'conflict.moreNone', { who, when })}</div>
        {clashes.map((field) => (
          <Choice
            key={field.name}
            field={field}
            conflict={conflict}
            who={who}
            value={chosen[field.name] ?? null}
            onChange={(side) => setChosen({ ...chosen, [field.name]: side })}
          />
        ))}
        <Kept title={translate('conflict.theirs', { who })} fields={by('theirs')} side="theirs" conflict={conflict} />
        <Kept title={translate('conflict.mine')} fields={by('mine')} side="mine" conflict={conflict} />
      </DialogContent>
      <DialogActions sx={{ flexWrap: 'wrap', gap: 1 }}>
        <Button color="error" onClick={props.onGiveUp}>
          {translate('conflict.giveUp')}
        </Button>
        <Box sx={{ flex: 1 }} />
        <Button color="inherit" onClick={props.onClose}>
          {translate('conflict.back')}
        </Button>
        <Button variant="contained" disabled={!merged || props.pending} onClick={() => merged && props.onSave(merged)}>
          {translate('conflict.save')}
        </Button>
      </DialogActions>
    </>
  );
};

/** One field that both moved: what it was, and the two values to choose from. */
const Choice = (props: {
  readonly field: Moved;
  readonly conflict: Conflict;
  readonly who: string;
  readonly value: Side | null;
  readonly onChange: (side: Side) => void;
}) => {
  const { field, conflict, who } = props;
  const translate = useTranslate();
  const words = useWords(conflict);
  const option = (side: Side, label: string) => (
    <FormControlLabel value={side} control={<Radio />} label={<Said label={label} value={words(field, side)} />} />
  );
  return (
    <FormControl>
      <FormLabel sx={{ fontWeight: 650, color: 'text.primary', '&.Mui-focused': { color: 'text.primary' } }}>
        {translate(`field.${field.name}`)}
      </FormLabel>
      <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>
        {translate('conflict.was', { value: words(field, 'base') })}
      </Box>
      <RadioGroup value={props.value} onChange={(_, side) => props.onChange(side as Side)}>
        {option('mine', translate('conflict.yours'))}
        {option('theirs', translate('conflict.of', { who }))}
      </RadioGroup>
    </FormControl>
  );
};

const Said = ({ label, value }: { readonly label: string; readonly value: string }) => (
  <Box component="span" sx={{ overflowWrap: 'anywhere' }}>
    <Box component="span" sx={{ color: 'text.secondary' }}>
      {label}
    </Box>{' '}
    <strong>{value}</strong>
  </Box>
);

/** The changes of one side that nobody contests: they are kept. */
const Kept = (props: {
  readonly title: string;
  readonly fields: readonly Moved[];
  readonly side: Side;
  readonly conflict: Conflict;
}) => {
  const translate = useTranslate();
  const words = useWords(props.conflict);
  if (props.fields.length === 0) return null;
  return (
    <Box component="section">
      <Box component="h3" sx={{ m: 0, mb: 2, fontSize: '0.875rem', fontWeight: 650 }}>
        {props.title}
      </Box>
      <Box component="ul" sx={{ m: 0, pl: 5, '& li': { mb: 1 } }}>
        {props.fields.map((field) => (
          <li key={field.name}>
            {translate(`conflict.${isEmpty(field.base) ? 'filled' : isEmpty(field[props.side]) ? 'emptied' : 'from'}`, {
              field: translate(`field.${field.name}`),
              before: words(field, 'base'),
              after: words(field, props.side),
            })}
          </li>
        ))}
      </Box>
    </Box>
  );
};

const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === '';

/** A value of a field, as one of the three has it: the name of a record where the form sends its identifier. */
function useWords({ base, mine, theirs }: Conflict): (field: Moved, side: Side | 'base') => string {
  const noun = useResourceContext() ?? '';
  const translate = useTranslate();
  const inWords = useValueInWords();
  return (field, side) => {
    const record = { base, mine, theirs }[side];
    const value = field[side];
    const other = field.name.endsWith('Id') ? record[field.name.slice(0, -2)] : null;
    const named = other && other.id === value ? (other.name ?? other.label) : null;
    return named ?? inWords(noun, field.name, value) ?? translate('record.nothing');
  };
}
