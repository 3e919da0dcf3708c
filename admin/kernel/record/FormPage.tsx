import { Box, Card } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef } from 'react';
import {
  CreateBase,
  EditBase,
  type HttpError,
  type RaRecord,
  SaveButton,
  SimpleForm,
  Title,
  Toolbar,
  useGetIdentity,
  useNotify,
  useRedirect,
  useResourceContext,
  useTranslate,
} from 'react-admin';
import { useParams } from 'react-router-dom';
import { codeIn, type Refusal } from '../api.ts';
import { useKeys } from '../keys/keys.ts';
import { PageActions } from '../layout/PageHead.tsx';
import { Loading } from '../states.tsx';
import { CancelButton } from './CancelButton.tsx';
import { ConflictDialog } from './ConflictDialog.tsx';
import { DeleteButton } from './DeleteButton.tsx';
import { DraftKeeper } from './DraftKeeper.tsx';
import { draftKey, forgetDraft } from './draft.ts';
import { FormErrors } from './FormErrors.tsx';
import { MissingForm, RecordTitle, WithHistory } from './RecordPage.tsx';
import { useConflict } from './useConflict.ts';

interface FormProps {
  /** Where saving leads: the page of the record, the list, or a page within the edition that stands for the list. */
  readonly then?: 'show' | 'list' | (() => string);
  readonly children: ReactNode;
}

/**
 * The form of an existing record. Pessimistic: only then does a refusal of the server reach the field it is about. When
 * someone else was quicker, both changes are put together; what was typed is kept until it is saved.
 */
export const EditPage = ({
  then = 'show',
  noun,
  shownIn,
  removable = false,
  actions,
  children,
}: FormProps & {
  readonly noun?: string;
  /** Another resource whose pages show the record: they are read again once it has changed. */
  readonly shownIn?: string;
  readonly removable?: boolean;
  readonly actions?: ReactNode;
}) => {
  const queryClient = useQueryClient();
  const resource = useResourceContext() ?? '';
  const { id } = useParams();
  const notify = useNotify();
  const redirect = useRedirect();
  const forget = useForget(id);
  const saved = () => {
    forget();
    void queryClient.invalidateQueries({ queryKey: ['change'] });
    if (shownIn) void queryClient.invalidateQueries({ queryKey: [shownIn] });
  };
  const conflict = useConflict((record) => {
    saved();
    notify('ra.notification.updated', { type: 'success', messageArgs: { smart_count: 1 } });
    redirect(then, resource, record.id, record);
  });
  const mutationOptions = {
    onSettled: (record: unknown) => void (isKept(record) && saved()),
    onError: (error: Error, { data, previousData }: { data?: object; previousData?: RaRecord }) => {
      if (codeIn(error) === 'STALE' && previousData)
        return void conflict.meet(previousData, { ...previousData, ...data } as RaRecord);
      // What is wrong with a field is said beside it.
      if (!((error as HttpError).body as Refusal | undefined)?.errors) notify(error.message, { type: 'error' });
    },
  };
  return (
    <EditBase
      mutationMode="pessimistic"
      redirect={then}
      loading={<Loading />}
      mutationOptions={mutationOptions as never}
      error={<MissingForm />}
      queryOptions={{ onError: () => {} } as object}
    >
      <RecordTitle />
      <ConflictDialog {...conflict} />
      {actions && <PageActions>{actions}</PageActions>}
      <WithHistory noun={noun}>
        <Form removable={removable}>{children}</Form>
      </WithHistory>
    </EditBase>
  );
};

/** The form of a new record. `title` is a key of the dictionary, such as "Inscrire une structure". */
export const CreatePage = ({
  then = 'show',
  title,
  initial,
  children,
}: FormProps & { readonly title: string; readonly initial?: Readonly<Record<string, unknown>> }) => {
  const translate = useTranslate();
  const forget = useForget(undefined);
  const mutationOptions = { onSettled: (record: unknown) => void (isKept(record) && forget()) };
  return (
    <CreateBase redirect={then} mutationOptions={mutationOptions} {...(initial ? { record: initial } : {})}>
      <Title title={translate(title)} preferenceKey={false} />
      <Form>{children}</Form>
    </CreateBase>
  );
};

/** Whether the server answered a record: react-admin takes a session that ended for an empty success. */
const isKept = (record: unknown): boolean => (record as Partial<RaRecord> | undefined)?.id !== undefined;

/** What was typed needs keeping no longer. */
function useForget(id: string | undefined): () => void {
  const resource = useResourceContext() ?? '';
  const { identity } = useGetIdentity();
  return () => identity && forgetDraft(draftKey(String(identity.id), resource, id));
}

const Form = ({ removable = false, children }: { readonly removable?: boolean; readonly children: ReactNode }) => {
  const page = useRef<HTMLDivElement>(null);
  const save = (event: KeyboardEvent) => {
    event.preventDefault();
    page.current?.querySelector('form')?.requestSubmit();
  };
  useKeys({ 'ctrl+s': save, 'ctrl+enter': save });
  return (
    <Card ref={page} sx={{ maxWidth: 820 }}>
      <SimpleForm
        warnWhenUnsavedChanges
        sx={{ p: 5 }}
        toolbar={
          <Toolbar sx={{ gap: 2, py: 3 }}>
            <SaveButton icon={null} />
            <CancelButton />
            {removable && <DeleteButton />}
          </Toolbar>
        }
      >
        <Box sx={{ width: '100%', display: 'flex', flexDirection: 'column', gap: 5 }}>
          <DraftKeeper />
          <FormErrors resource={useResourceContext() ?? ''} />
          {children}
        </Box>
      </SimpleForm>
    </Card>
  );
};
