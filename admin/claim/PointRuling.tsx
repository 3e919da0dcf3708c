import {
  Box,
  Checkbox,
  FormControlLabel,
  FormGroup,
  FormHelperText,
  Radio,
  RadioGroup,
  TextField,
  Typography,
} from '@mui/material';
import { useId } from 'react';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import type { Point } from './claim.graphql.ts';

/** What is being decided of one point. */
export interface Ruling {
  readonly verdict: 'ACCEPTED' | 'REFUSED' | null;
  readonly reason: string;
  /** The measurements that would no longer count; all those that still do until one is chosen. */
  readonly chosen: readonly string[];
}

/** The measurements of a point that still count. */
export const countingIn = ({ observations }: Point): string[] =>
  observations.flatMap(({ measurementId, neutralised }) => (neutralised === null ? [measurementId] : []));

/** Whether nothing is missing of a ruling. */
export const isRuled = ({ verdict, reason, chosen }: Ruling): boolean =>
  verdict !== null && reason.trim() !== '' && (verdict === 'REFUSED' || chosen.length > 0);

interface PointRulingProps {
  readonly point: Point;
  readonly ruling: Ruling;
  readonly onChange: (change: Partial<Ruling>) => void;
}

/** The decision on one criterion: its verdict, what no longer counts, and why. */
export const PointRuling = ({ point, ruling, onChange }: PointRulingProps) => {
  const translate = useTranslate();
  const { verdict, reason, chosen } = ruling;
  const label = `${point.channel} : ${point.criterion.label}`;
  return (
    <Box component="fieldset" sx={{ border: 0, m: 0, p: 0, mb: 5, minWidth: 0 }}>
      <Box component="legend" sx={{ p: 0, fontWeight: 600 }}>
        {label}
      </Box>
      <RadioGroup
        row
        aria-label={label}
        value={verdict ?? ''}
        onChange={(_, value) => onChange({ verdict: value as Ruling['verdict'] })}
      >
        <FormControlLabel value="ACCEPTED" control={<Radio />} label={translate('claim.accept')} />
        <FormControlLabel value="REFUSED" control={<Radio />} label={translate('claim.refuse')} />
      </RadioGroup>
      {verdict === 'ACCEPTED' && <Choice point={point} chosen={chosen} onChange={(all) => onChange({ chosen: all })} />}
      <TextField
        label={translate('claim.reason')}
        required
        fullWidth
        multiline
        minRows={2}
        value={reason}
        slotProps={{ htmlInput: { maxLength: 5000 } }}
        onChange={({ target }) => onChange({ reason: target.value })}
      />
    </Box>
  );
};

interface ChoiceProps {
  readonly point: Point;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Test by test, what would no longer count: for whoever judges, and never told to the structure. */
const Choice = ({ point, chosen, onChange }: ChoiceProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const title = useId();
  const partly = chosen.length > 0 && chosen.length < countingIn(point).length;
  return (
    <Box role="group" aria-labelledby={title} sx={{ mb: 4, pl: 3, borderLeft: 3, borderColor: 'divider' }}>
      <Typography id={title} variant="body2" sx={{ fontWeight: 600 }}>
        {translate('claim.which')}
      </Typography>
      <FormGroup>
        {point.observations.map(({ measurementId: id, reference, performedOn, said, neutralised }) => (
          <FormControlLabel
            key={id}
            control={
              <Checkbox
                checked={neutralised !== null || chosen.includes(id)}
                disabled={neutralised !== null}
                onChange={(_, on) => onChange(on ? [...chosen, id] : chosen.filter((each) => each !== id))}
              />
            }
            label={[
              ...[said, reference, format.shortDay(performedOn)],
              ...(neutralised === null ? [] : [translate('claim.neutralised')]),
            ].join(' · ')}
          />
        ))}
      </FormGroup>
      <FormHelperText error={chosen.length === 0} role="status">
        {translate(chosen.length === 0 ? 'claim.acceptNone' : partly ? 'claim.acceptPartly' : 'claim.acceptWhat')}
      </FormHelperText>
    </Box>
  );
};
