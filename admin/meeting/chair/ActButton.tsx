import { Box, Button } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useTranslate } from 'react-admin';
import { ConfirmDialog } from '../../kernel/record/ConfirmDialog.tsx';
import { useAct } from '../../kernel/useAct.ts';

interface ActButtonProps {
  /** Its words, under `chair`: `action`, `title`, and the consequences `more1`, `more2`… */
  readonly name: string;
  /** What the words speak of. */
  readonly told?: Readonly<Record<string, string | number>>;
  /** How many consequences are said, from 1. */
  readonly consequences: number;
  readonly primary?: boolean;
  readonly destructive?: boolean;
  readonly disabled?: boolean;
  /** Does it; answers null when the server refused. */
  readonly onAct: (act: ReturnType<typeof useAct>['act']) => Promise<unknown>;
  /** What else it asks for. */
  readonly children?: ReactNode;
}

/** Something whoever presides does: the button repeats the verb, its dialog says what follows from it. */
export const ActButton = (props: ActButtonProps) => {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  const { act, pending, refusal, forgive } = useAct(['meeting', 'seats']);
  const { name, told = {}, primary = false, destructive = false } = props;
  const close = () => {
    setOpen(false);
    forgive();
  };
  const confirm = async () => {
    if ((await props.onAct(act)) !== null) close();
  };
  return (
    <>
      <Button
        variant={primary ? 'contained' : 'outlined'}
        color={destructive ? 'inherit' : 'primary'}
        onClick={() => setOpen(true)}
        sx={{ minHeight: 52, px: 5, fontSize: '1rem', flex: { xs: '1 1 auto', sm: '0 0 auto' } }}
      >
        {translate(`chair.${name}.action`, told)}
      </Button>
      <ConfirmDialog
        open={open}
        title={translate(`chair.${name}.title`, told)}
        action={translate(`chair.${name}.action`, told)}
        destructive={destructive}
        pending={pending}
        disabled={props.disabled === true}
        refusal={refusal}
        onCancel={close}
        onConfirm={() => void confirm()}
      >
        <Box component="ul" sx={{ m: 0, pl: 5, display: 'grid', gap: 1.5, fontSize: '1rem' }}>
          {Array.from({ length: props.consequences }, (_, i) => {
            const key = `chair.${name}.more${i + 1}`;
            return <li key={key}>{translate(key, told)}</li>;
          })}
        </Box>
        {props.children && <Box sx={{ mt: 5 }}>{props.children}</Box>}
      </ConfirmDialog>
    </>
  );
};
