import { Box, Checkbox, FormControlLabel, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { sirenInGroups, useFormat } from '../kernel/format.ts';
import { Fact, Facts } from '../kernel/record/Facts.tsx';
import { FormSection, type SectionProps } from './FormSection.tsx';

/** What the register says of the structure; what is wrong in it is told, and staff correct it or not. */
export const StructureSection = ({ answers, form, faults, change }: SectionProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const { name, kind, siren, departmentCode, population, populationYear } = form.structure;
  const [wrong, setWrong] = useState(Boolean(answers.name || answers.siren || answers.remark));
  const toggle = (checked: boolean) => {
    setWrong(checked);
    if (!checked) change({ name: null, siren: null, remark: null });
  };
  return (
    <FormSection step={1} name="structure" faults={faults} fields={['siren']}>
      <Facts>
        <Fact source="name">{name}</Fact>
        <Fact source="kind">{translate(`enum.StructureKind.${kind}`)}</Fact>
        <Fact source="siren">{sirenInGroups(siren)}</Fact>
        <Fact source="departmentCode">{departmentCode}</Fact>
        <Fact source="population">
          {population !== null && `${format.number(population)}${populationYear ? ` (${populationYear})` : ''}`}
        </Fact>
      </Facts>
      <FormControlLabel
        control={<Checkbox checked={wrong} onChange={(_, checked) => toggle(checked)} />}
        label={translate('registration.wrong')}
      />
      {wrong && (
        <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4 }}>
          <TextField
            id="answer-name"
            label={translate('registration.rightName')}
            value={answers.name ?? ''}
            onChange={({ target }) => change({ name: target.value || null })}
          />
          <TextField
            id="answer-siren"
            label={translate('registration.rightSiren')}
            value={answers.siren ?? ''}
            onChange={({ target }) => change({ siren: target.value || null })}
            slotProps={{ htmlInput: { inputMode: 'numeric' } }}
          />
          <TextField
            id="answer-remark"
            label={translate('registration.remark')}
            multiline
            minRows={2}
            value={answers.remark ?? ''}
            onChange={({ target }) => change({ remark: target.value || null })}
          />
        </Box>
      )}
    </FormSection>
  );
};
