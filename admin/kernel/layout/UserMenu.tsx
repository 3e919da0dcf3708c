import KeyboardOutlined from '@mui/icons-material/KeyboardOutlined';
import LogoutOutlined from '@mui/icons-material/LogoutOutlined';
import PersonOutlined from '@mui/icons-material/PersonOutlined';
import { Avatar, Box, Divider, IconButton, ListItemIcon, Menu, MenuItem, Typography } from '@mui/material';
import { useId, useState } from 'react';
import { useBasename, useGetIdentity, useLogout, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useKeys } from '../keys/keys.ts';
import { ShortcutHelp } from '../keys/ShortcutHelp.tsx';

/** Who is signed in, as what, and the way out. */
export const UserMenu = () => {
  const translate = useTranslate();
  const basename = useBasename();
  const logout = useLogout();
  const { identity } = useGetIdentity();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [helping, setHelping] = useState(false);
  const id = useId();
  useKeys({
    '?': (event) => {
      event.preventDefault();
      setHelping(true);
    },
  });
  if (!identity) return null;
  return (
    <>
      <IconButton
        aria-label={`${initialsOf(identity.fullName ?? '')} · ${translate('app.account')}`}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-controls={anchor ? id : undefined}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        <Avatar
          sx={{
            width: 28,
            height: 28,
            fontSize: 12,
            fontWeight: 700,
            bgcolor: 'primary.main',
            color: 'primary.contrastText',
          }}
        >
          {initialsOf(identity.fullName ?? '')}
        </Avatar>
      </IconButton>
      <Menu id={id} anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        <Box component="li" sx={{ px: 4, py: 2 }}>
          <Typography variant="body2" sx={{ fontWeight: 650 }}>
            {identity.fullName}
          </Typography>
          <Typography variant="caption" sx={{ color: 'text.secondary' }}>
            {translate(`enum.Role.${identity.role}`)} · {identity.email}
          </Typography>
        </Box>
        <Divider component="li" />
        <MenuItem component={Link} to={`${basename}/profile`} onClick={() => setAnchor(null)}>
          <ListItemIcon>
            <PersonOutlined fontSize="small" />
          </ListItemIcon>
          {translate('app.profile')}
        </MenuItem>
        <MenuItem
          onClick={() => {
            setAnchor(null);
            setHelping(true);
          }}
        >
          <ListItemIcon>
            <KeyboardOutlined fontSize="small" />
          </ListItemIcon>
          {translate('keys.title')}
        </MenuItem>
        <MenuItem onClick={() => logout()}>
          <ListItemIcon>
            <LogoutOutlined fontSize="small" />
          </ListItemIcon>
          {translate('app.signOut')}
        </MenuItem>
      </Menu>
      <ShortcutHelp open={helping} onClose={() => setHelping(false)} />
    </>
  );
};

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => word[0] ?? '')
    .slice(0, 2)
    .join('')
    .toUpperCase();
