import { Alert, Box, Checkbox, FormControlLabel } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { awardName } from '../kernel/jury.ts';
import { ActDialog } from '../kernel/record/ActDialog.tsx';
import { type AgendaMandate, ArrangeAgenda, type Meeting, type Verdict } from './agenda.graphql.ts';
import { departuresIn, fewestDepartures } from './departures.ts';
import { useDeparturesInWords } from './useDeparturesInWords.ts';

interface ArrangeDialogProps {
  readonly meeting: Meeting;
  readonly mandates: readonly AgendaMandate[];
  readonly verdicts: readonly Verdict[];
  readonly onClose: () => void;
}

/** Chooses the awards of a meeting; they are put in the order in which recused members leave as seldom as possible. */
export const ArrangeDialog = ({ meeting, mandates, verdicts, onClose }: ArrangeDialogProps) => {
  const translate = useTranslate();
  const departuresInWords = useDeparturesInWords();
  const begun = meeting.items.filter(({ state }) => state !== 'PENDING').map(({ mandateId }) => mandateId);
  const waiting = mandates.filter(({ id }) => !begun.includes(id));
  const planned = meeting.items.map(({ mandateId }) => mandateId);
  const [chosen, setChosen] = useState<readonly string[]>(
    waiting.map(({ id }) => id).filter((id) => planned.length === 0 || planned.includes(id)),
  );
  const order = fewestDepartures(chosen, verdicts);
  return (
    <ActDialog
      title={translate('room.agenda.arrangeTitle')}
      action={translate('room.agenda.arrangeAction')}
      done="room.agenda.arranged"
      act={() => run(ArrangeAgenda, { id: meeting.id, order: [...order] })}
      onClose={onClose}
    >
      <p style={{ margin: '0 0 8px' }}>{translate('room.agenda.arrangeMore')}</p>
      <Box component="fieldset" sx={{ border: 0, m: 0, p: 0 }}>
        <legend style={{ position: 'absolute', clip: 'rect(0 0 0 0)' }}>{translate('room.panel.awards')}</legend>
        {waiting.map((mandate) => (
          <Box key={mandate.id}>
            <FormControlLabel
              control={
                <Checkbox
                  checked={chosen.includes(mandate.id)}
                  onChange={({ target }) =>
                    setChosen((before) =>
                      target.checked ? [...before, mandate.id] : before.filter((id) => id !== mandate.id),
                    )
                  }
                />
              }
              label={`${awardName(mandate)}${isListed(mandate) ? '' : ` (${translate('room.agenda.unlisted')})`}`}
            />
          </Box>
        ))}
      </Box>
      {chosen.length > 0 && (
        <Alert severity="info" sx={{ mt: 3 }}>
          {departuresInWords(departuresIn(order, verdicts))}
        </Alert>
      )}
    </ActDialog>
  );
};

const isListed = ({ candidates }: AgendaMandate): boolean => candidates.some(({ withdrawnAt }) => !withdrawnAt);
