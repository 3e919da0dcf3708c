import SearchOffOutlined from '@mui/icons-material/SearchOffOutlined';
import { Box, Button } from '@mui/material';
import type { ReactNode } from 'react';
import { useListContext, useTranslate } from 'react-admin';
import { Empty, Loading, RefusedBy } from '../states.tsx';

/** The rows, or why there are none: still coming, refused, or filtered away. */
export const Outcome = ({ children }: { readonly children: ReactNode }) => {
  const translate = useTranslate();
  const { isPending, isFetching, error, total, refetch, setFilters, filterValues } = useListContext();
  if (error) return <RefusedBy error={error} retry={() => void refetch()} />;
  if (isPending) return <Loading />;
  if (total === 0 && Object.keys(filterValues).length > 0)
    return (
      <Empty icon={SearchOffOutlined} title={translate('list.nothingFound')} more={translate('list.nothingFoundMore')}>
        <Button variant="outlined" onClick={() => setFilters({}, [])}>
          {translate('list.clear')}
        </Button>
      </Empty>
    );
  return (
    <Box aria-busy={isFetching} sx={{ borderTop: 1, borderColor: 'divider' }}>
      {children}
    </Box>
  );
};
