import { Box, Drawer, Link } from '@mui/material';
import { type ReactNode, Suspense, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useLocation } from 'react-router-dom';
import { EditionProvider } from '../edition.tsx';
import { isOnStage } from '../stage.ts';
import { Loading } from '../states.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { NamedProgress } from './NamedProgress.tsx';
import { PageHead } from './PageHead.tsx';
import { Rail } from './Rail.tsx';
import { SimulatedBanner } from './SimulatedBanner.tsx';
import { StageBanner } from './StageBanner.tsx';
import { TopBar } from './TopBar.tsx';

const RAIL = 232;

interface ShellProps {
  readonly children: ReactNode;
}

/** The frame of every page: the rail of the journey, the edition on top, one title, the page. */
export const Shell = ({ children }: ShellProps) => (
  <NamedProgress>
    <Frame>{children}</Frame>
  </NamedProgress>
);

const Frame = ({ children }: ShellProps) => {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  const { pathname } = useLocation();
  return (
    <EditionProvider>
      <SkipLink />
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', md: `${RAIL}px 1fr` }, minHeight: '100vh' }}>
        <Box
          sx={{
            display: { xs: 'none', md: 'block' },
            position: 'sticky',
            top: 0,
            height: '100vh',
            overflowY: 'auto',
            bgcolor: 'background.paper',
            borderRight: 1,
            borderColor: 'divider',
          }}
        >
          <Rail />
        </Box>
        <Drawer
          open={open}
          onClose={() => setOpen(false)}
          sx={{ display: { md: 'none' } }}
          slotProps={{ paper: { 'aria-label': translate('app.menu'), sx: { width: 280 } } }}
        >
          <Rail onLeave={() => setOpen(false)} />
        </Drawer>
        <Box sx={{ minWidth: 0, display: 'flex', flexDirection: 'column' }}>
          <TopBar onMenu={() => setOpen(true)} />
          {isOnStage() ? <StageBanner /> : <SimulatedBanner />}
          <Box
            component="main"
            id="main-content"
            tabIndex={-1}
            sx={{ flex: 1, p: { xs: 4, md: 6 }, maxWidth: 1480, width: '100%', outline: 'none' }}
          >
            <PageHead />
            <ErrorBoundary key={pathname}>
              <Suspense fallback={<Loading />}>{children}</Suspense>
            </ErrorBoundary>
          </Box>
        </Box>
      </Box>
    </EditionProvider>
  );
};

const SkipLink = () => {
  const translate = useTranslate();
  return (
    <Link
      href="#main-content"
      sx={{
        position: 'absolute',
        left: 8,
        top: -60,
        zIndex: 'tooltip',
        px: 4,
        py: 2,
        bgcolor: 'background.paper',
        '&:focus': { top: 8 },
      }}
    >
      {translate('app.skip')}
    </Link>
  );
};
