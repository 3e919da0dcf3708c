import { TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useKept } from '../../kernel/useKept.ts';
import { BreakOff, type Item } from '../meeting.graphql.ts';
import { ActButton } from './ActButton.tsx';

/** Breaks an item off, for a motive that goes into the minutes. */
export const BreakOffButton = ({ item }: { readonly item: Item }) => {
  const translate = useTranslate();
  const motive = useKept(`breakOff.${item.id}`, '');
  return (
    <ActButton
      name="breakOff"
      destructive
      consequences={3}
      disabled={motive.value.trim() === ''}
      onAct={async (act) => {
        const done = await act(BreakOff, { id: item.id, motive: motive.value.trim() });
        if (done) motive.forget();
        return done;
      }}
    >
      <TextField
        label={translate('chair.breakOff.motive')}
        required
        multiline
        minRows={2}
        value={motive.value}
        onChange={({ target }) => motive.set(target.value)}
      />
    </ActButton>
  );
};
