import { Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { DayInput } from '../kernel/inputs.tsx';
import { awardName } from '../kernel/jury.ts';
import { FormDialog } from '../kernel/record/FormDialog.tsx';
import { useSave } from '../kernel/record/useSave.ts';
import { HandOver, type Laureate } from './laureate.graphql.ts';

/** Says when a trophy was handed over, or corrects it; the day left empty takes it back. */
export const HandOverButton = ({ laureate }: { readonly laureate: Laureate }) => {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  const { id, handedOn, structure, trophy } = laureate;
  const close = () => setOpen(false);
  const save = useSave(
    ({ on }: { on: string | null }) => run(HandOver, { id, on: on || null }),
    'room.laureate.done',
    close,
  );
  const about = { name: structure.name, award: awardName(trophy) };
  return (
    <>
      <Button
        size="small"
        variant={handedOn ? 'text' : 'outlined'}
        aria-label={translate(handedOn ? 'room.laureate.correctOf' : 'room.laureate.handOverTo', about)}
        onClick={(event) => {
          event.stopPropagation();
          setOpen(true);
        }}
      >
        {translate(handedOn ? 'room.laureate.correct' : 'room.laureate.handOver')}
      </Button>
      <FormDialog<{ on: string | null }>
        open={open}
        noun="laureate"
        title={translate('room.laureate.ask', about)}
        action={translate('room.laureate.action')}
        values={{ on: handedOn ?? today() }}
        {...save}
        onCancel={close}
      >
        <DayInput
          source="on"
          label="field.handedOn"
          {...(handedOn ? { help: 'room.laureate.emptied' } : { must: true })}
        />
      </FormDialog>
    </>
  );
};

/** The day on the clock of whoever is there, as 2022-11-10. */
const today = (): string => new Intl.DateTimeFormat('sv-SE').format(new Date());
