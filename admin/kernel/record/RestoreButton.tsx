import { Button } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useNotify, useRefresh, useTranslate } from 'react-admin';
import { codeIn, doing } from '../api.ts';
import type { Removal } from '../trash.graphql.ts';
import { UndoAct } from '../undo.graphql.ts';
import { useUndoable } from './useUndo.tsx';

/** Brings a removed record back, with all that went with it. Closed while something stands in the way. */
export const RestoreButton = ({
  removal,
  onRestored,
  size = 'medium',
}: {
  readonly removal: Removal;
  readonly onRestored?: () => void;
  readonly size?: 'small' | 'medium';
}) => {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const undoable = useUndoable();
  const { act, name, together, obstacle } = removal;
  const { mutate, isPending } = useMutation({
    mutationFn: (act: string) => doing(UndoAct, { act }),
    onSuccess: ({ acts }) => {
      undoable(translate('trash.restored', { name: name ?? '', smart_count: together }), acts);
      onRestored?.();
    },
    onError: (error) => notify(`refusal.${codeIn(error)}`, { type: 'error' }),
    onSettled: () => refresh(),
  });
  if (!act) return null;
  return (
    <Button
      size={size}
      variant={size === 'small' ? 'outlined' : 'contained'}
      disabled={isPending || obstacle !== null}
      aria-label={translate('trash.restoreNamed', { name: name ?? '' })}
      onClick={(event) => {
        event.stopPropagation();
        mutate(act);
      }}
    >
      {together > 1 ? translate('trash.restoreAll', { smart_count: together }) : translate('trash.restore')}
    </Button>
  );
};
