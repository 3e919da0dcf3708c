import { Alert, Box, Button } from '@mui/material';
import { useEffect, useState } from 'react';
import { useGetIdentity, useRecordContext, useResourceContext, useTranslate } from 'react-admin';
import { useFormContext } from 'react-hook-form';
import { useFormat } from '../format.ts';
import { type Draft, draftAt, draftKey, forgetDraft, keepDraft, typedOf } from './draft.ts';

/** Where the draft of the form in context is kept; null until the person is known. */
export function useDraftKey(): string | null {
  const { identity } = useGetIdentity();
  const resource = useResourceContext() ?? '';
  const record = useRecordContext();
  return identity ? draftKey(String(identity.id), resource, record?.id) : null;
}

/**
 * Keeps in the browser what is typed and not saved, and offers it again: after a lost connection, a session that ended,
 * a window closed by mistake. Only the fields that were changed come back, so that nobody else's change is overwritten.
 */
export const DraftKeeper = () => {
  const translate = useTranslate();
  const format = useFormat();
  const key = useDraftKey();
  const { watch, setValue, formState } = useFormContext();
  const { isDirty, dirtyFields, defaultValues } = formState;
  const [found, setFound] = useState<Draft | null>(null);
  useEffect(() => {
    if (key) setFound(draftAt(key, new Date()));
  }, [key]);
  useEffect(() => {
    if (!key || !isDirty) return;
    // Not at each key: when the hand rests.
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = (values: object) => {
      clearTimeout(timer);
      const kept = typedOf(defaultValues ?? {}, values as Record<string, unknown>, dirtyFields);
      timer = setTimeout(() => keepDraft(key, { at: new Date().toISOString(), ...kept }), 400);
    };
    keep(watch());
    const { unsubscribe } = watch((values) => keep(values));
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [key, isDirty, dirtyFields, defaultValues, watch]);
  if (!key || !found || Object.keys(found.typed).length === 0) return null;
  const take = () => {
    for (const [name, value] of Object.entries(found.typed))
      setValue(name, value, { shouldDirty: true, shouldTouch: true });
    setFound(null);
  };
  const drop = () => {
    forgetDraft(key);
    setFound(null);
  };
  const fields = Object.keys(found.typed).map((name) => `« ${translate(`field.${name}`, { _: name })} »`);
  return (
    <Alert severity="info" role="status">
      {translate('draft.found', { when: format.ago(found.at, new Date()), fields: format.list(fields) })}
      <Box sx={{ mt: 2, display: 'flex', gap: 2 }}>
        <Button size="small" variant="outlined" onClick={take}>
          {translate('draft.take')}
        </Button>
        <Button size="small" color="inherit" onClick={drop}>
          {translate('draft.drop')}
        </Button>
      </Box>
    </Alert>
  );
};
