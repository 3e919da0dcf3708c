import { Autocomplete, Button, TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import type { ResultOf } from '../kernel/graphql.ts';
import { ActDialog } from '../kernel/record/ActDialog.tsx';
import { DrawShortList, type Mandate, PrizeField } from './mandate.graphql.ts';

type Entered = ResultOf<typeof PrizeField>['enrolments']['items'][number];

/** Draws the short list from the scores in force; for a prize that no ranking decides, staff name it. */
export const DrawButton = ({ mandate }: { readonly mandate: Mandate }) => {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  const again = mandate.candidates.length > 0;
  return (
    <>
      <Button variant={again ? 'outlined' : 'contained'} onClick={() => setOpen(true)}>
        {translate(again ? 'room.mandate.drawAgain' : 'room.mandate.draw')}
      </Button>
      {open && <DrawDialog mandate={mandate} onClose={() => setOpen(false)} />}
    </>
  );
};

const DrawDialog = ({ mandate, onClose }: { readonly mandate: Mandate; readonly onClose: () => void }) => {
  const translate = useTranslate();
  const free = mandate.prize?.basis === 'FREE';
  const [named, setNamed] = useState<readonly string[]>(
    free ? mandate.candidates.filter(({ withdrawnAt }) => !withdrawnAt).map(({ enrolment }) => enrolment.id) : [],
  );
  return (
    <ActDialog
      title={translate('room.mandate.drawAsk')}
      action={translate('room.mandate.drawAction')}
      done="room.mandate.drawn"
      disabled={free && named.length === 0}
      act={() => run(DrawShortList, { id: mandate.id, named: [...named] })}
      onClose={onClose}
    >
      <p style={{ margin: '0 0 12px' }}>
        {translate(free ? 'room.mandate.drawFree' : 'room.mandate.drawRanked', { smart_count: mandate.shortList })}
      </p>
      <p style={{ margin: 0 }}>
        {translate(mandate.candidates.length > 0 ? 'room.mandate.drawKeeps' : 'room.mandate.drawCodes')}
      </p>
      {free && <Named mandate={mandate} value={named} onChange={setNamed} />}
    </ActDialog>
  );
};

/** Those staff list by hand, among the confirmed enrolments the prize is open to. */
const Named = ({
  mandate,
  value,
  onChange,
}: {
  readonly mandate: Mandate;
  readonly value: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
}) => {
  const translate = useTranslate();
  const { data } = useQuery({
    queryKey: ['mandate', 'field', mandate.panel.edition.id],
    queryFn: ({ signal }) => wholeField(mandate.panel.edition.id, signal),
  });
  const codes = mandate.prize?.categoryCodes ?? [];
  const field = data?.filter(({ category }) => codes.length === 0 || codes.includes(category.code)) ?? [];
  return (
    <Autocomplete
      multiple
      options={field}
      loading={data === undefined}
      value={field.filter(({ id }) => value.includes(id))}
      getOptionLabel={({ structure, category }) => `${structure.name} (${category.label})`}
      getOptionKey={({ id }) => id}
      onChange={(_, chosen) => onChange(chosen.map(({ id }) => id))}
      renderInput={(input) => <TextField {...input} label={translate('room.mandate.named')} />}
      sx={{ mt: 4 }}
    />
  );
};

/** All the enrolments, page after page. */
async function wholeField(editionId: string, signal: AbortSignal): Promise<readonly Entered[]> {
  const all: Entered[] = [];
  for (let page = 1, total = 1; all.length < total; page++) {
    const { enrolments } = await run(PrizeField, { editionId, page }, signal);
    total = enrolments.items.length === 0 ? all.length : enrolments.total;
    all.push(...enrolments.items);
  }
  return all;
}
