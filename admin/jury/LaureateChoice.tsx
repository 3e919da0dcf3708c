import {
  Alert,
  Autocomplete,
  Box,
  FormControl,
  FormControlLabel,
  FormLabel,
  Radio,
  RadioGroup,
  TextField,
} from '@mui/material';
import { useId } from 'react';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { firstsOf, MINIMUM_FIELD } from './cases.ts';
import type { Standing } from './jury.graphql.ts';
import type { Choice } from './useAward.ts';

interface LaureateChoiceProps {
  readonly standings: readonly Standing[];
  readonly choice: Choice;
  readonly onChange: (more: Partial<Choice>) => void;
}

/** Three ways: follow the ranking, choose other ranked structures, leave the trophy without a laureate. */
export const LaureateChoice = ({ standings, choice, onChange }: LaureateChoiceProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const id = useId();
  const say = ({ rank, score, enrolment }: Standing) =>
    translate('room.award.rankLine', {
      place: format.ordinal(rank ?? 0),
      name: enrolment.structure.name,
      score: format.number(score, 2),
    });
  const small = standings.length < MINIMUM_FIELD;
  return (
    <FormControl>
      <FormLabel id={id} sx={{ fontSize: '0.8125rem', fontWeight: 600, color: 'text.primary' }}>
        {translate('room.award.who')}
      </FormLabel>
      <RadioGroup
        aria-labelledby={id}
        value={choice.way}
        onChange={(_, way) => onChange({ way: way as Choice['way'] })}
        sx={{ '& .MuiFormControlLabel-root': { alignItems: 'flex-start', my: 0.5 }, '& .MuiRadio-root': { pt: 0.5 } }}
      >
        <FormControlLabel
          value="follow"
          disabled={small}
          control={<Radio size="small" />}
          label={<Way title={translate('room.award.follow')} more={firstsOf(standings).map(say).join(' ; ')} />}
        />
        <FormControlLabel
          value="choose"
          disabled={small}
          control={<Radio size="small" />}
          label={<Way title={translate('room.award.choose')} more={translate('room.award.chooseHelp')} />}
        />
        {choice.way === 'choose' && (
          <Autocomplete
            multiple
            sx={{ pl: 7, my: 2 }}
            options={[...standings]}
            clearText={translate('ra.action.clear_input_value')}
            openText={translate('ra.action.open')}
            closeText={translate('ra.action.close')}
            noOptionsText={translate('ra.navigation.no_results')}
            getOptionKey={({ enrolment }) => enrolment.id}
            getOptionLabel={say}
            value={standings.filter(({ enrolment }) => choice.others.includes(enrolment.structure.id))}
            onChange={(_, chosen) => onChange({ others: chosen.map(({ enrolment }) => enrolment.structure.id) })}
            renderInput={(params) => <TextField {...params} label={translate('room.award.chosen')} />}
          />
        )}
        <FormControlLabel
          value="none"
          control={<Radio size="small" />}
          label={<Way title={translate('room.award.leave')} more={translate('room.award.leaveHelp')} />}
        />
      </RadioGroup>
      {small && (
        <Alert severity="info" sx={{ mt: 2 }}>
          {translate('room.award.tooSmall')}
        </Alert>
      )}
    </FormControl>
  );
};

const Way = ({ title, more }: { readonly title: string; readonly more: string }) => (
  <Box sx={{ fontSize: '0.875rem', lineHeight: 1.45 }}>
    <strong>{title}</strong>
    <Box sx={{ color: 'text.secondary' }}>{more}</Box>
  </Box>
);
