import { Box } from '@mui/material';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslate } from 'react-admin';

interface WeightCellProps {
  /** What weighs: it names the field. */
  readonly label: string;
  /** As it is stored; null where nothing weighs yet. */
  readonly weight: string | null;
  /** As it is being typed; undefined when it is not. */
  readonly typed: string | undefined;
  /** Whether its line has the focus: Tab then reaches the field. */
  readonly active: boolean;
  readonly onType: (typed: string | undefined) => void;
  readonly onKeep: (weight: string) => void;
  /** Leaves the field for its line, or for the weight of the next one. */
  readonly onLeave: (to: 'row' | 'next' | 'previous') => void;
}

/** What a weight may be: what is stored keeps four decimals, and no more. */
export const isWeight = (text: string): boolean => /^\d{1,5}(\.\d{1,4})?$/.test(text);

/** A weight that is typed in place, as in a sheet: Enter keeps it and goes down, Escape leaves it as it was. */
export const WeightCell = ({ label, weight, typed, active, onType, onKeep, onLeave }: WeightCellProps) => {
  const translate = useTranslate();
  const input = useRef<HTMLInputElement>(null);
  const plain = plainly(weight);
  const wrong = typed !== undefined && !isWeight(typed);
  const keep = (): boolean => {
    if (typed === undefined) return true;
    if (wrong) return false;
    if (typed === plain) onType(undefined);
    else onKeep(typed);
    return true;
  };
  const press = (event: KeyboardEvent) => {
    event.stopPropagation();
    const to = { Enter: event.shiftKey ? 'previous' : 'next', ArrowDown: 'next', ArrowUp: 'previous' }[event.key];
    if (event.key === 'Escape') {
      onType(undefined);
      onLeave('row');
    } else if (to && !event.altKey) {
      event.preventDefault();
      if (keep()) onLeave(to as 'next' | 'previous');
    } else if (event.key === 'F2') onLeave('row');
  };
  // What was typed and cannot be a weight stays, and says so: leaving the page would lose it.
  useEffect(() => {
    if (!wrong) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [wrong]);
  return (
    <Box
      component="input"
      ref={input}
      type="text"
      inputMode="decimal"
      data-weight
      tabIndex={active ? 0 : -1}
      aria-label={translate('room.editor.weightOf', { label })}
      aria-invalid={wrong}
      title={wrong ? translate('room.fault.WEIGHT_SHAPE') : undefined}
      value={(typed ?? plain).replace('.', ',')}
      onFocus={({ target }) => (target as HTMLInputElement).select()}
      onChange={({ target }) => onType((target as HTMLInputElement).value.replace(',', '.').replace(/\s/g, ''))}
      onBlur={keep}
      onKeyDown={press}
      onClick={(event) => event.stopPropagation()}
      sx={({ palette: { tokens } }) => ({
        width: '100%',
        height: 28,
        px: 1.5,
        font: 'inherit',
        color: 'inherit',
        textAlign: 'right',
        fontVariantNumeric: 'tabular-nums',
        bgcolor: 'transparent',
        border: `1px solid ${wrong ? tokens.error : 'transparent'}`,
        borderRadius: 1,
        '[role=row]:hover &, [role=row]:focus-within &': { borderColor: wrong ? tokens.error : tokens.line },
        '&:focus': { bgcolor: 'background.paper', outline: `2px solid ${tokens.primary}`, outlineOffset: -1 },
        '@media (pointer: coarse)': { height: 44 },
      })}
    />
  );
};

/** "2.5000" as people write it: "2.5". */
export const plainly = (weight: string | null): string =>
  weight === null ? '' : weight.includes('.') ? weight.replace(/\.?0+$/, '') : weight;
