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
import { type Case, firstsOf, isFree, isTooSmall } from './cases.ts';
import type { Standing } from './jury.graphql.ts';
import type { Choice } from './useAward.ts';

interface LaureateChoiceProps {
  readonly of: Case;
  readonly choice: Choice;
  readonly onChange: (more: Partial<Choice>) => void;
}

/** Three ways: follow the ranking, choose other ranked structures, leave the trophy without a laureate. */
export const LaureateChoice = ({ of, choice, onChange }: LaureateChoiceProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const id = useId();
  const say = ({ rank, score, eligible, enrolment }: Standing) =>
    [
      rank === null
        ? enrolment.structure.name
        : translate('room.award.rankLine', {
            place: format.ordinal(rank),
            name: enrolment.structure.name,
            score: format.number(score, 2),
          }),
      ...(prize ? [enrolment.category.label] : []),
      ...(eligible ? [] : [translate('room.award.notEligible')]),
    ].join(' · ');
  const { award, prize, standings } = of;
  const free = isFree(prize);
  const small = isTooSmall(of);
  const firsts = firstsOf(of);
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
        {!free && (
          <FormControlLabel
            value="follow"
            disabled={small || firsts.length === 0 || firsts.length > (award.mostLaureates ?? firsts.length)}
            control={<Radio size="small" />}
            label={<Way title={translate('room.award.follow')} more={firsts.map(say).join(' ; ')} />}
          />
        )}
        <FormControlLabel
          value="choose"
          disabled={small}
          control={<Radio size="small" />}
          label={
            <Way
              title={translate(free ? 'room.award.chooseFree' : 'room.award.choose')}
              more={translate(free ? 'room.prize.free' : 'room.award.chooseHelp')}
            />
          }
        />
        {choice.way === 'choose' && (
          <Autocomplete
            multiple
            sx={{ pl: 7, my: 2 }}
            options={[...standings]}
            getOptionDisabled={({ eligible, enrolment }) =>
              !eligible ||
              (choice.others.length >= (award.mostLaureates ?? standings.length) &&
                !choice.others.includes(enrolment.structure.id))
            }
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
          disabled={!award.mayBeWithheld && !small && standings.some(({ eligible }) => eligible)}
          control={<Radio size="small" />}
          label={<Way title={translate('room.award.leave')} more={translate('room.award.leaveHelp')} />}
        />
      </RadioGroup>
      {small && (
        <Alert severity="info" sx={{ mt: 2 }}>
          {translate('room.award.tooSmall', { smart_count: award.awardField })}
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
