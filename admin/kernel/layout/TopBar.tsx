import MenuIcon from '@mui/icons-material/Menu';
import { Box, IconButton } from '@mui/material';
import { LoadingIndicator, useTranslate } from 'react-admin';
import { EditionSwitch } from './EditionSwitch.tsx';
import { LocaleSwitch, ThemeSwitch } from './Preferences.tsx';
import { UserMenu } from './UserMenu.tsx';

/** Above every page: the edition one is in on the left, oneself on the right. */
export const TopBar = ({ onMenu }: { readonly onMenu: () => void }) => {
  const translate = useTranslate();
  return (
    <Box
      component="header"
      sx={{
        position: 'sticky',
        top: 0,
        zIndex: 'appBar',
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        minHeight: 56,
        px: { xs: 1, md: 4 },
        bgcolor: 'background.paper',
        borderBottom: 1,
        borderColor: 'divider',
      }}
    >
      <IconButton aria-label={translate('app.openMenu')} onClick={onMenu} sx={{ display: { md: 'none' } }}>
        <MenuIcon />
      </IconButton>
      <EditionSwitch />
      <Box sx={{ flex: 1 }} />
      <Box sx={{ display: { xs: 'none', sm: 'block' }, '& .RaLoadingIndicator-root': { m: 0 } }}>
        <LoadingIndicator sx={{ '& .RaLoadingIndicator-loadedIcon': { display: 'none' } }} />
      </Box>
      <LocaleSwitch />
      <ThemeSwitch />
      <UserMenu />
    </Box>
  );
};
