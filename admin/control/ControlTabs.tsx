import { Tab, Tabs } from '@mui/material';
import { useBasename, useTranslate } from 'react-admin';
import { Link, useLocation } from 'react-router-dom';

const pages = ['control', 'control/readings', 'control/suspicions'] as const;

/** The three pages of those who control: the work, the second readings, what resembles something. */
export const ControlTabs = () => {
  const translate = useTranslate();
  const basename = useBasename();
  const { pathname } = useLocation();
  const here = pages.findLast((page) => pathname.startsWith(`${basename}/${page}`)) ?? 'control';
  return (
    <Tabs value={here} component="nav" aria-label={translate('room.control.title')} sx={{ mb: 4 }} variant="scrollable">
      {pages.map((page) => (
        <Tab
          key={page}
          value={page}
          component={Link}
          to={`${basename}/${page}`}
          label={translate(`room.control.tab.${page.split('/')[1] ?? 'work'}`)}
        />
      ))}
    </Tabs>
  );
};
