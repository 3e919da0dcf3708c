import MoreVert from '@mui/icons-material/MoreVert';
import { IconButton, Menu, MenuItem } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { type Deed, MemberDialog } from './MemberDialog.tsx';
import type { Juror, PanelSheet } from './panel.graphql.ts';

/** What can be done with a seat, where it stands; nothing while an item is before the panel. */
const deedsFor = ({ state }: Juror): Deed[] => [
  ...(state === 'ACCEPTED' ? [] : ['resend' as const]),
  ...(state === 'DECLINED' ? [] : ['office' as const]),
  'replace',
  'remove',
];

/** The acts on one member, behind one button. */
export const MemberMenu = ({ panel, juror }: { readonly panel: PanelSheet; readonly juror: Juror }) => {
  const translate = useTranslate();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [deed, setDeed] = useState<Deed | null>(null);
  const name = translate('room.panel.acts', { name: juror.name });
  return (
    <>
      <IconButton
        aria-label={name}
        aria-haspopup="menu"
        disabled={panel.deliberating}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
        sx={{ mt: -1.5, mr: -2, '@media (pointer: coarse)': { width: 44, height: 44 } }}
      >
        <MoreVert />
      </IconButton>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {deedsFor(juror).map((one) => (
          <MenuItem
            key={one}
            onClick={() => {
              setAnchor(null);
              setDeed(one);
            }}
            sx={one === 'remove' ? { color: 'error.main' } : {}}
          >
            {translate(`room.panel.do.${one}`)}
          </MenuItem>
        ))}
      </Menu>
      {deed && <MemberDialog panel={panel} juror={juror} deed={deed} onClose={() => setDeed(null)} />}
    </>
  );
};
