import { useState } from 'react';
import { BooleanInput, useGetIdentity, useTranslate } from 'react-admin';
import { isStaff } from '../access.ts';
import { codeIn } from '../api.ts';
import { TitleInput } from '../inputs.tsx';
import { FormDialog } from '../record/FormDialog.tsx';
import type { Naming } from './useViews.ts';

/** Asks how a view is called and, of staff, whether the team sees it. */
export const ViewDialog = (props: {
  readonly title: string;
  readonly initial: Naming;
  readonly save: (naming: Naming) => Promise<unknown>;
  readonly onClose: () => void;
}) => {
  const translate = useTranslate();
  const { identity } = useGetIdentity();
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const save = async ({ label, shared = false }: Naming) => {
    setPending(true);
    try {
      await props.save({ label, shared });
      props.onClose();
    } catch (error) {
      setRefusal(translate(`refusal.${codeIn(error)}`));
      setPending(false);
    }
  };
  return (
    <FormDialog<Naming>
      open
      noun="savedView"
      title={translate(props.title)}
      action={translate('list.view.save')}
      values={props.initial}
      pending={pending}
      refusal={refusal}
      faults={[]}
      onCancel={props.onClose}
      onSave={(naming) => void save(naming)}
    >
      <TitleInput source="label" label="list.view.name" must />
      {isStaff(identity?.role) && (
        <BooleanInput source="shared" label="list.view.shared" helperText="list.view.sharedMore" />
      )}
    </FormDialog>
  );
};
