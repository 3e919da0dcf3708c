import BookmarkAddOutlined from '@mui/icons-material/BookmarkAddOutlined';
import GroupsOutlined from '@mui/icons-material/GroupsOutlined';
import { Box, Button, Tab, Tabs } from '@mui/material';
import { useState } from 'react';
import { useListContext, useTranslate } from 'react-admin';
import { same, useViews, type View } from './useViews.ts';
import { ViewDialog } from './ViewDialog.tsx';
import { ViewMenu } from './ViewMenu.tsx';

/** A list without views of its own is seen whole. */
const WHOLE: readonly View[] = [{ label: 'list.view.whole', filter: {} }];

/** Views of a list as tabs: ours, then those the team shares and the person keeps. */
export const Views = ({ of = WHOLE }: { readonly of?: readonly View[] | undefined }) => {
  const translate = useTranslate();
  const { setFilters } = useListContext();
  const views = useViews();
  const { saved, chosen, changed, standing, apply, leave } = views;
  const [naming, setNaming] = useState(false);
  const ours = of.findIndex(({ filter }) => same(filter, standing.filterValues));
  const current = chosen ? `saved.${chosen.id}` : ours === -1 ? false : `ours.${ours}`;
  const choose = (value: string) => {
    const view = saved.find(({ id }) => value === `saved.${id}`);
    if (view) return apply(view);
    leave();
    setFilters({ ...of[Number(value.slice('ours.'.length))]?.filter }, []);
  };
  // Nothing to choose from and nothing to keep: no bar.
  if (of === WHOLE && saved.length === 0 && current === 'ours.0') return null;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', mb: 2, columnGap: 1 }}>
      <Tabs
        value={current}
        onChange={(_, value: string) => choose(value)}
        aria-label={translate('list.views')}
        variant="scrollable"
        allowScrollButtonsMobile
        sx={{ minHeight: 40, '& .MuiTab-root': { minHeight: 40, px: 3, minWidth: 0 } }}
      >
        {of.map(({ label }, i) => (
          <Tab key={label} value={`ours.${i}`} label={translate(label)} />
        ))}
        {saved.map(({ id, label, shared }) => (
          <Tab
            key={id}
            value={`saved.${id}`}
            label={label}
            iconPosition="start"
            {...(shared
              ? { icon: <GroupsOutlined titleAccess={translate('list.view.sharedView')} sx={{ fontSize: 16 }} /> }
              : {})}
          />
        ))}
      </Tabs>
      {chosen && <ViewMenu view={chosen} views={views} />}
      {chosen && changed && chosen.changeable && (
        <Button onClick={() => void views.replace(chosen)}>{translate('list.view.replace')}</Button>
      )}
      {(chosen ? changed : current === false) && (
        <Button startIcon={<BookmarkAddOutlined />} onClick={() => setNaming(true)}>
          {translate('list.view.keep')}
        </Button>
      )}
      {naming && (
        <ViewDialog
          title="list.view.keep"
          initial={{ label: '', shared: false }}
          save={views.keep}
          onClose={() => setNaming(false)}
        />
      )}
    </Box>
  );
};
