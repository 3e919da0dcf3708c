import { Box, Card } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import {
  CreateBase,
  EditBase,
  SaveButton,
  SimpleForm,
  Title,
  Toolbar,
  useResourceContext,
  useTranslate,
} from 'react-admin';
import { PageActions } from '../layout/PageHead.tsx';
import { Loading } from '../states.tsx';
import { CancelButton } from './CancelButton.tsx';
import { DeleteButton } from './DeleteButton.tsx';
import { FormErrors } from './FormErrors.tsx';
import { RecordTitle, WithHistory } from './RecordPage.tsx';

interface FormProps {
  /** Where saving leads: the page of the record, the list, or a page within the edition that stands for the list. */
  readonly then?: 'show' | 'list' | (() => string);
  readonly children: ReactNode;
}

/** The form of an existing record. Pessimistic: only then does a refusal of the server reach the field it is about. */
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
  const onSettled = () => shownIn && queryClient.invalidateQueries({ queryKey: [shownIn] });
  return (
    <EditBase mutationMode="pessimistic" redirect={then} loading={<Loading />} mutationOptions={{ onSettled }}>
      <RecordTitle />
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
  return (
    <CreateBase redirect={then} {...(initial ? { record: initial } : {})}>
      <Title title={translate(title)} preferenceKey={false} />
      <Form>{children}</Form>
    </CreateBase>
  );
};

const Form = ({ removable = false, children }: { readonly removable?: boolean; readonly children: ReactNode }) => (
  <Card sx={{ maxWidth: 820 }}>
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
        <FormErrors resource={useResourceContext() ?? ''} />
        {children}
      </Box>
    </SimpleForm>
  </Card>
);
