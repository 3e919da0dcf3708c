import { Alert, Box, Button, Snackbar } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFaultsInWords } from './faultsInWords.ts';
import type { Grid } from './grid.graphql.ts';
import { type Editor, refusalKey } from './useEditor.ts';

/** Long enough to read, to think, and to reach the button. */
const SHOWN_MS = 10_000;

/** Says what was just done, to eyes and ears, and offers to take it back; or why it was refused, fault by fault. */
export const Said = (props: {
  readonly editor: Editor;
  readonly grid: Grid;
  /** Whether something else stands at the foot of the page. */
  readonly raised: boolean;
  /** Whether a dialog says itself what it is refused for. */
  readonly quiet: boolean;
}) => {
  const { editor, grid, raised, quiet } = props;
  const translate = useTranslate();
  const inWords = useFaultsInWords(grid);
  const { said, refused } = editor;
  return (
    <>
      {refused && !quiet && (
        <Alert
          severity="error"
          role="alert"
          onClose={editor.forgive}
          sx={{ position: 'sticky', top: 64, zIndex: 4, mb: 3 }}
        >
          {translate(refusalKey(refused.code), { _: translate('refusal.INTERNAL') })}
          {refused.told.length > 0 && (
            <Box component="ul" sx={{ m: 0, pl: 5 }}>
              {refused.told.map((fault) => (
                <li key={fault.sentence}>{inWords(fault)}</li>
              ))}
            </Box>
          )}
        </Alert>
      )}
      <Snackbar
        key={said?.turn}
        open={said !== null}
        autoHideDuration={SHOWN_MS}
        sx={raised ? { bottom: { xs: 196, sm: 96 } } : {}}
        onClose={(_, reason) => reason === 'timeout' && editor.hush()}
        message={<span role="status">{said?.words}</span>}
        action={
          said?.undo && (
            <Button
              size="small"
              color="inherit"
              sx={{ fontWeight: 650 }}
              onClick={() => {
                editor.hush();
                void editor.undo();
              }}
            >
              {translate('room.editor.undo')}
            </Button>
          )
        }
      />
    </>
  );
};
