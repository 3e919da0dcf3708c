import DarkModeOutlined from '@mui/icons-material/DarkModeOutlined';
import LightModeOutlined from '@mui/icons-material/LightModeOutlined';
import { Button, IconButton, Tooltip } from '@mui/material';
import { useLocaleState, useTheme, useTranslate } from 'react-admin';

/** Light or dark: what the system asks for until one chooses. */
export const ThemeSwitch = () => {
  const translate = useTranslate();
  const [theme, setTheme] = useTheme();
  return (
    <Tooltip title={translate('app.theme')}>
      <IconButton
        aria-label={translate('app.theme')}
        color="inherit"
        onClick={() => setTheme(theme === 'dark' ? 'light' : 'dark')}
      >
        {theme === 'dark' ? <LightModeOutlined fontSize="small" /> : <DarkModeOutlined fontSize="small" />}
      </IconButton>
    </Tooltip>
  );
};

/** French or English. The button speaks the language it leads to. */
export const LocaleSwitch = () => {
  const translate = useTranslate();
  const [locale, setLocale] = useLocaleState();
  const other = locale === 'fr' ? 'en' : 'fr';
  return (
    <Tooltip title={translate('app.language')}>
      <Button
        color="inherit"
        lang={other}
        aria-label={`${other.toUpperCase()} · ${translate('app.language')}`}
        onClick={() => setLocale(other)}
        sx={{ minWidth: 36, px: 1 }}
      >
        {other.toUpperCase()}
      </Button>
    </Tooltip>
  );
};
