import { Button } from '@mui/material';
import { useState } from 'react';
import { useBasename, useNotify, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { run } from '../kernel/api.ts';
import { useEdition } from '../kernel/edition.tsx';
import { type Grid, GridFile } from './grid.graphql.ts';
import { ImportGrid } from './ImportGrid.tsx';
import { StartGrid } from './StartGrid.tsx';

/** What people do to a whole grid: take that of another edition, read one from a file, keep it in a file. */
export const GridActions = ({ grid }: { readonly grid: Grid | undefined }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const basename = useBasename();
  const edition = useEdition();
  const [open, setOpen] = useState<'import' | 'start' | null>(null);
  if (!edition) return null;
  const editable = edition.rights.includes('CONFIGURE') && !grid?.frozenAt;
  const keep = async () => {
    if (!grid) return;
    const { gridConfiguration } = await run(GridFile, { id: grid.id }).catch((error: Error) => {
      notify(error.message, { type: 'error' });
      return { gridConfiguration: null };
    });
    if (gridConfiguration) download(`grille-${edition.year}.json`, JSON.stringify(gridConfiguration, null, 2));
  };
  return (
    <>
      {editable && !grid && (
        <Button variant="outlined" onClick={() => setOpen('start')}>
          {translate('room.editor.startButton')}
        </Button>
      )}
      {editable && (
        <Button variant={grid ? 'outlined' : 'contained'} component={Link} to={`${basename}/configuration`}>
          {translate('room.grid.copy')}
        </Button>
      )}
      {editable && (
        <Button variant="outlined" onClick={() => setOpen('import')}>
          {translate('room.grid.import')}
        </Button>
      )}
      {grid && (
        <Button variant="outlined" onClick={keep}>
          {translate('room.grid.export')}
        </Button>
      )}
      {open === 'start' && <StartGrid onClose={() => setOpen(null)} />}
      <ImportGrid open={open === 'import'} replacing={grid !== undefined} onClose={() => setOpen(null)} />
    </>
  );
};

function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  Object.assign(document.createElement('a'), { href: address, download: name }).click();
  URL.revokeObjectURL(address);
}
