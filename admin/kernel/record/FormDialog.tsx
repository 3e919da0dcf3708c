import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { type ReactNode, useId } from 'react';
import { Form, ResourceContextProvider, useTranslate } from 'react-admin';

interface FormDialogProps<Values> {
  readonly open: boolean;
  /** The noun whose fields are asked for: its glossary names the inputs. */
  readonly noun: string;
  readonly title: string;
  /** The verb, with what it acts on: "Enregistrer le canal". */
  readonly action: string;
  readonly values: Values;
  readonly pending: boolean;
  /** Why the server said no, in words, and each fault it found. */
  readonly refusal: string | null;
  readonly faults: readonly string[];
  readonly onCancel: () => void;
  readonly onSave: (values: Values) => void;
  readonly children: ReactNode;
}

/** A few inputs in a dialog, where a page of their own would take people away from what they look at. */
export const FormDialog = <Values extends object>(props: FormDialogProps<Values>) => {
  const translate = useTranslate();
  const id = useId();
  return (
    <Dialog open={props.open} onClose={props.onCancel} aria-labelledby={id} fullWidth maxWidth="sm">
      <ResourceContextProvider value={props.noun}>
        <Form record={props.values} onSubmit={(values: unknown) => props.onSave(values as Values)}>
          <DialogTitle id={id}>{props.title}</DialogTitle>
          <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 4 }}>
            {props.refusal && (
              <Alert severity="error" role="alert">
                {props.refusal}
                {props.faults.length > 0 && (
                  <Box component="ul" sx={{ m: 0, pl: 5 }}>
                    {props.faults.map((fault) => (
                      <li key={fault}>{fault}</li>
                    ))}
                  </Box>
                )}
              </Alert>
            )}
            <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4, pt: 1 }}>{props.children}</Box>
          </DialogContent>
          <DialogActions>
            <Button color="inherit" onClick={props.onCancel}>
              {translate('ra.action.cancel')}
            </Button>
            <Button type="submit" variant="contained" disabled={props.pending}>
              {props.action}
            </Button>
          </DialogActions>
        </Form>
      </ResourceContextProvider>
    </Dialog>
  );
};
