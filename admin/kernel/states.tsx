import type { SvgIconComponent } from '@mui/icons-material';
import ErrorOutlineOutlined from '@mui/icons-material/ErrorOutlineOutlined';
import InboxOutlined from '@mui/icons-material/InboxOutlined';
import LockOutlined from '@mui/icons-material/LockOutlined';
import TravelExploreOutlined from '@mui/icons-material/TravelExploreOutlined';
import { Box, Button, LinearProgress, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Title, useBasename, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { codeIn } from './api.ts';

/** What stands where there is nothing to show: what this is for, and the next step. */
export const Empty = ({
  title,
  more,
  icon: Icon = InboxOutlined,
  children,
}: {
  /** None where the title of the page already says it. */
  readonly title?: string;
  readonly more?: string;
  readonly icon?: SvgIconComponent;
  readonly children?: ReactNode;
}) => (
  <Box sx={{ py: { xs: 10, md: 16 }, px: 4, textAlign: 'center', maxWidth: 520, mx: 'auto' }}>
    <Icon aria-hidden sx={{ fontSize: 40, color: 'text.secondary', opacity: 0.7 }} />
    {title && (
      <Typography component="h2" variant="h2" sx={{ mt: 3 }}>
        {title}
      </Typography>
    )}
    {more && <Typography sx={{ mt: 2, color: 'text.secondary', fontSize: '0.875rem' }}>{more}</Typography>}
    {children && <Box sx={{ mt: 5, display: 'flex', gap: 2, justifyContent: 'center' }}>{children}</Box>}
  </Box>
);

/** Waiting for a page: a thin line, announced to those who do not see it. */
export const Loading = () => {
  const translate = useTranslate();
  return (
    <Box role="status" sx={{ py: 2 }}>
      <LinearProgress aria-label={translate('state.loading')} sx={{ height: 2, borderRadius: 1 }} />
    </Box>
  );
};

/** A page that this role does not open. */
export const Refused = () => {
  const translate = useTranslate();
  return (
    <>
      <Title title="state.refused" preferenceKey={false} />
      <Empty icon={LockOutlined} more={translate('state.refusedMore')}>
        <HomeButton />
      </Empty>
    </>
  );
};

/** An address that leads nowhere. */
export const NotFound = () => {
  const translate = useTranslate();
  return (
    <>
      <Title title="state.notFound" preferenceKey={false} />
      <Empty icon={TravelExploreOutlined} more={translate('state.notFoundMore')}>
        <HomeButton />
      </Empty>
    </>
  );
};

/** A page that broke: it says so, and never shows a stack. */
export const Failed = () => {
  const translate = useTranslate();
  return (
    <Empty icon={ErrorOutlineOutlined} title={translate('state.failed')} more={translate('state.failedMore')}>
      <Button variant="contained" onClick={() => location.reload()}>
        {translate('state.reload')}
      </Button>
      <HomeButton />
    </Empty>
  );
};

/** What the server answered instead of a page, in words, and the way to ask again. */
export const RefusedBy = ({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) => {
  const translate = useTranslate();
  const code = codeIn(error);
  if (code === 'FORBIDDEN') return <Refused />;
  return (
    <Box role="alert">
      <Empty
        icon={ErrorOutlineOutlined}
        title={translate(code === 'NOT_FOUND' ? 'state.notFound' : 'state.failed')}
        more={translate(`refusal.${code}`, { _: translate('refusal.INTERNAL') })}
      >
        {retry && (
          <Button variant="contained" onClick={retry}>
            {translate('state.retry')}
          </Button>
        )}
        <HomeButton />
      </Empty>
    </Box>
  );
};

const HomeButton = () => {
  const translate = useTranslate();
  const basename = useBasename();
  return (
    <Button variant="outlined" component={Link} to={basename || '/'}>
      {translate('state.home')}
    </Button>
  );
};
