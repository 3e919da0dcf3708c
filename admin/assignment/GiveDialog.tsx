import { Alert, Box, MenuItem, TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { ActDialog } from '../kernel/record/ActDialog.tsx';
import { type Assignment, AssignmentChoices, GiveAssignment } from './assignment.graphql.ts';
import { useRulesInWords } from './useRulesInWords.ts';

/** Gives one test by hand: who could do it, which rules each would break, and why they are passed over. */
export const GiveDialog = ({ test, onClose }: { readonly test: Assignment; readonly onClose: () => void }) => {
  const translate = useTranslate();
  const rules = useRulesInWords();
  const [onDay, setDay] = useState(test.onDay);
  const [auditorId, setAuditor] = useState('');
  const { data } = useQuery({
    queryKey: ['assignment', 'choices', test.id, onDay],
    queryFn: ({ signal }) => run(AssignmentChoices, { id: test.id, onDay }, signal),
    enabled: onDay !== '',
    placeholderData: (before) => before,
  });
  const { auditors = [], breaks = [] } = data?.assignmentChoices ?? {};
  const chosen = auditors.find(({ auditor }) => auditor.id === auditorId);
  const broken = [...breaks, ...(chosen?.breaks ?? [])];
  const tied = broken.includes('AUDITOR_CONFLICT');
  const free = auditors.toSorted((a, b) => a.breaks.length - b.breaks.length);
  return (
    <ActDialog
      title={translate('room.assignment.giveOne', { reference: test.reference })}
      action={translate('room.assignment.give.button')}
      done="room.assignment.given"
      disabled={auditorId === '' || onDay === '' || tied}
      {...(broken.length > 0 && !tied
        ? { motive: { label: translate('field.reason'), help: translate('room.assignment.stays') } }
        : {})}
      act={(reason) =>
        run(GiveAssignment, { id: test.id, version: test.version, input: { auditorId, onDay, reason: reason || null } })
      }
      onClose={onClose}
    >
      <Box sx={{ display: 'grid', gap: 4, pt: 2 }}>
        <TextField
          type="date"
          required
          label={translate('field.onDay')}
          value={onDay}
          onChange={({ target }) => setDay(target.value)}
          slotProps={{ inputLabel: { shrink: true } }}
        />
        <TextField
          select
          required
          label={translate('field.auditor')}
          value={auditorId}
          onChange={({ target }) => setAuditor(target.value)}
        >
          {free.map(({ auditor, breaks: own }) => (
            <MenuItem key={auditor.id} value={auditor.id} sx={{ display: 'block', whiteSpace: 'normal' }}>
              {auditor.name}
              <Box component="span" sx={{ display: 'block', fontSize: '0.8125rem', color: 'text.secondary' }}>
                {own.length === 0 ? translate('room.assignment.breaksNone') : rules(own)}
              </Box>
            </MenuItem>
          ))}
        </TextField>
        {broken.length > 0 && (
          <Alert severity={tied ? 'error' : 'warning'}>
            {translate(tied ? 'refusal.ASSIGNMENT_TIED' : 'room.assignment.breaks')}
            {!tied && (
              <Box component="ul" sx={{ m: 0, pl: 5 }}>
                {broken.map((rule) => (
                  <li key={rule}>{translate(`room.planning.rule.${rule}`)}</li>
                ))}
              </Box>
            )}
          </Alert>
        )}
      </Box>
    </ActDialog>
  );
};
