import {
  Box,
  FormControlLabel,
  InputAdornment,
  Radio,
  RadioGroup,
  TextField,
  ToggleButton,
  ToggleButtonGroup,
} from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { boundsOf } from '../../../server/score/scale.rules.ts';
import { useFormat } from '../format.ts';
import { isRight, type Question } from './form.ts';

interface ValueFieldProps {
  readonly name: string;
  readonly question: Question;
  /** As the rules write it; empty when nothing was answered. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Most ratings that are offered as buttons: beyond, the number is typed. */
const MOST_BUTTONS = 11;

/** The value of a question, by what suits a thumb: two buttons, a list, a rating, a number. */
export const ValueField = (props: ValueFieldProps) => {
  const translate = useTranslate();
  const { scale, kind } = props.question;
  if (kind === 'YES_NO')
    return (
      <Buttons
        {...props}
        choices={[
          ['1', translate('list.yes')],
          ['0', translate('list.no')],
        ]}
      />
    );
  if (scale.type === 'CHOICE') return <Choices {...props} choices={scale.choices} />;
  const [low, high] = boundsOf(scale).map(Number) as [number, number];
  const whole = Number.isInteger(low) && Number.isInteger(high);
  if (kind === 'SCALE' && whole && high - low < MOST_BUTTONS)
    return (
      <Buttons
        {...props}
        choices={Array.from({ length: high - low + 1 }, (_, i) => [`${low + i}`, `${low + i}`] as const)}
      />
    );
  return <Amount {...props} low={low} high={high} />;
};

const Buttons = (props: ValueFieldProps & { readonly choices: readonly (readonly [string, string])[] }) => (
  <ToggleButtonGroup
    exclusive
    fullWidth
    value={props.value || null}
    onChange={(_, value: string | null) => props.onChange(value ?? '')}
    aria-label={props.question.label}
  >
    {props.choices.map(([value, label]) => (
      <ToggleButton key={value} value={value} sx={{ minHeight: 44, minWidth: 0, px: 1, color: 'text.primary' }}>
        {label}
      </ToggleButton>
    ))}
  </ToggleButtonGroup>
);

const Choices = (props: ValueFieldProps & { readonly choices: readonly { code: string; label: string }[] }) => (
  <RadioGroup
    name={props.name}
    value={props.value}
    onChange={(_, value) => props.onChange(value)}
    aria-label={props.question.label}
  >
    {props.choices.map(({ code, label }) => (
      <FormControlLabel key={code} value={code} control={<Radio />} label={label} sx={{ minHeight: 44 }} />
    ))}
  </RadioGroup>
);

/** A number: a share is typed in per cent, and said so. */
const Amount = ({ question, value, low, high, onChange }: ValueFieldProps & { low: number; high: number }) => {
  const translate = useTranslate();
  const format = useFormat();
  const share = question.kind === 'SHARE';
  const shown = share && value !== '' ? format.number(Number(value) * 100, undefined) : value.replace('.', ',');
  const [typed, setTyped] = useState(shown);
  const unit = share ? '%' : question.unit ? translate(`enum.MeasureUnit.${question.unit}`) : '';
  const wrong = value !== '' && !isRight(question, value);
  const bounds = { least: format.number(low), most: format.number(high) };
  return (
    <Box>
      <TextField
        fullWidth
        hiddenLabel
        value={value === '' && typed !== '' && isNumber(typed) ? '' : typed}
        error={wrong}
        helperText={wrong ? translate(question.kind === 'SCALE' ? 'form.between' : 'form.wrong', bounds) : undefined}
        onChange={({ target }) => {
          setTyped(target.value);
          const plain = target.value.replace(',', '.').replace(/\s/g, '');
          onChange(share && isNumber(plain) ? String(Number(plain) / 100) : plain);
        }}
        slotProps={{
          htmlInput: { inputMode: 'decimal', 'aria-label': question.label },
          input: { endAdornment: unit ? <InputAdornment position="end">{unit}</InputAdornment> : undefined },
        }}
      />
    </Box>
  );
};

const isNumber = (text: string): boolean => /^\d+([.,]\d+)?$/.test(text);
