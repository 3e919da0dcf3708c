import { useQuery } from '@tanstack/react-query';
import { required, SelectInput, useRedirect, useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import type { ResultOf } from '../kernel/graphql.ts';
import { FormDialog } from '../kernel/record/FormDialog.tsx';
import { useSave } from '../kernel/record/useSave.ts';
import { Loading } from '../kernel/states.tsx';
import { EntrustAward, Entrustable, type PanelSheet } from './panel.graphql.ts';

/** Entrusts an award to the panel; its rules are then declared on a page of their own. */
export const EntrustDialog = ({ panel, onClose }: { readonly panel: PanelSheet; readonly onClose: () => void }) => {
  const translate = useTranslate();
  const redirect = useRedirect();
  const editionId = panel.edition.id;
  const { data } = useQuery({
    queryKey: ['panel', 'entrustable', editionId],
    queryFn: ({ signal }) => run(Entrustable, { editionId }, signal),
  });
  const save = useSave(
    ({ awardId }: { awardId: string }) => run(EntrustAward, { panelId: panel.id, awardId }),
    'room.panel.entrusted',
    ({ entrustAward: { id } }) => {
      onClose();
      redirect('show', 'mandate', id);
    },
  );
  const choices = data ? leftIn(data) : [];
  return (
    <FormDialog
      open
      noun="mandate"
      title={translate('room.panel.entrustTitle', { panel: panel.label })}
      action={translate('room.panel.entrustAction')}
      values={{ awardId: '' }}
      {...save}
      onCancel={onClose}
    >
      {!data && <Loading />}
      {data && choices.length === 0 && <p style={{ margin: 0 }}>{translate('room.panel.nothingLeft')}</p>}
      {choices.length > 0 && (
        <SelectInput
          source="awardId"
          label="field.award"
          choices={choices}
          translateChoice={false}
          validate={required()}
          emptyText=""
          helperText="room.panel.entrustHelp"
        />
      )}
    </FormDialog>
  );
};

/** The awards of the edition that no panel has. */
function leftIn({ categories, specialPrizes, panels }: ResultOf<typeof Entrustable>) {
  const taken = panels.items.flatMap(({ mandates }) => mandates.map(({ category, prize }) => (category ?? prize)?.id));
  return [...categories.items.filter(({ awarded }) => awarded), ...specialPrizes.items]
    .filter(({ id }) => !taken.includes(id))
    .map(({ id, label }) => ({ id, name: label }));
}
