import ExpandMore from '@mui/icons-material/ExpandMore';
import { IconButton, ListSubheader, Menu, MenuItem, Tooltip } from '@mui/material';
import { useId, useState } from 'react';
import { useBasename, useResourceContext, useTranslate } from 'react-admin';
import { useCopy } from '../useCopy.ts';
import type { useViews } from './useViews.ts';
import { ViewDialog } from './ViewDialog.tsx';
import type { SavedView } from './view.graphql.ts';

/** What can be done with the view in hand. */
export const ViewMenu = ({
  view,
  views,
}: {
  readonly view: SavedView;
  readonly views: ReturnType<typeof useViews>;
}) => {
  const translate = useTranslate();
  const basename = useBasename();
  const resource = useResourceContext() ?? '';
  const copy = useCopy();
  const id = useId();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [naming, setNaming] = useState(false);
  const label = translate('list.view.menu', { name: view.label });
  const then = (act: () => void) => () => {
    setAnchor(null);
    act();
  };
  return (
    <>
      <Tooltip title={label}>
        <IconButton
          size="small"
          aria-label={label}
          aria-haspopup="menu"
          aria-expanded={anchor !== null}
          aria-controls={anchor ? id : undefined}
          onClick={({ currentTarget }) => setAnchor(currentTarget)}
        >
          <ExpandMore fontSize="small" />
        </IconButton>
      </Tooltip>
      <Menu id={id} anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {view.shared && (
          <ListSubheader sx={{ lineHeight: 2.4, bgcolor: 'transparent' }}>
            {translate('list.view.sharedBy', { name: view.ownerName ?? '—' })}
          </ListSubheader>
        )}
        <MenuItem onClick={then(() => void copy(addressOf(basename, resource, view), 'list.view.copied'))}>
          {translate('list.view.copy')}
        </MenuItem>
        {view.changeable && <MenuItem onClick={then(() => setNaming(true))}>{translate('list.view.rename')}</MenuItem>}
        {view.changeable && (
          <MenuItem onClick={then(() => views.remove(view))}>{translate('list.view.remove')}</MenuItem>
        )}
      </Menu>
      {naming && (
        <ViewDialog
          title="list.view.rename"
          initial={{ label: view.label, shared: view.shared }}
          save={(naming) => views.rename(view, naming)}
          onClose={() => setNaming(false)}
        />
      )}
    </>
  );
};

/** What opens a view elsewhere: a shared one by its name, so that it stays up to date; a personal one by what it says. */
function addressOf(basename: string, resource: string, { id, shared, filter, sort, order }: SavedView): string {
  const said = { filter: JSON.stringify(filter), ...(sort ? { sort, order } : {}) };
  return `${location.origin}${basename}/${resource}?${new URLSearchParams(shared ? { view: id } : said)}`;
}
