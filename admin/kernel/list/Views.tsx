import BookmarkAddOutlined from '@mui/icons-material/BookmarkAddOutlined';
import Close from '@mui/icons-material/Close';
import { Box, Button, IconButton, Tab, Tabs, Tooltip } from '@mui/material';
import { useState } from 'react';
import { AddSavedQueryDialog, useListContext, useResourceContext, useSavedQueries, useTranslate } from 'react-admin';

/** A list seen with some filters already chosen. */
export interface View {
  /** A key of the dictionary. */
  readonly label: string;
  readonly filter: Readonly<Record<string, unknown>>;
}

const same = (a: object, b: object): boolean => keyOf(a) === keyOf(b);
const keyOf = (filter: object): string => JSON.stringify(Object.entries(filter).sort());

/** Views of a list as tabs: ours, then those the person keeps. */
export const Views = ({ of }: { readonly of: readonly View[] }) => {
  const translate = useTranslate();
  const resource = useResourceContext() ?? '';
  const [saved, setSaved] = useSavedQueries(resource);
  const { filterValues, setFilters, sort } = useListContext();
  const [naming, setNaming] = useState(false);
  const views = [
    ...of.map(({ label, filter }) => ({ label: translate(label), filter, own: false })),
    ...saved.map(({ label, value }) => ({ label, filter: (value.filter ?? {}) as View['filter'], own: true })),
  ];
  const current = views.findIndex(({ filter }) => same(filter, filterValues));
  const active = views[current];
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', mb: 2 }}>
      <Tabs
        value={current === -1 ? false : current}
        onChange={(_, index: number) => setFilters({ ...views[index]?.filter }, [])}
        aria-label={translate('list.views')}
        variant="scrollable"
        allowScrollButtonsMobile
        sx={{ minHeight: 40, '& .MuiTab-root': { minHeight: 40, px: 3, minWidth: 0 } }}
      >
        {views.map(({ label }) => (
          <Tab key={label} label={label} />
        ))}
      </Tabs>
      {active?.own && (
        <Tooltip title={translate('list.forgetView', { name: active.label })}>
          <IconButton
            size="small"
            aria-label={translate('list.forgetView', { name: active.label })}
            onClick={() => setSaved(saved.filter(({ label }) => label !== active.label))}
          >
            <Close fontSize="small" />
          </IconButton>
        </Tooltip>
      )}
      {current === -1 && sort && (
        <Button startIcon={<BookmarkAddOutlined />} onClick={() => setNaming(true)}>
          {translate('list.saveView')}
        </Button>
      )}
      <AddSavedQueryDialog open={naming} onClose={() => setNaming(false)} />
    </Box>
  );
};
