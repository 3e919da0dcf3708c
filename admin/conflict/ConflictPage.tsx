import GroupsOutlined from '@mui/icons-material/GroupsOutlined';
import { Button, Card } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useBasename, useTranslate } from 'react-admin';
import { Link, useSearchParams } from 'react-router-dom';
import { run } from '../kernel/api.ts';
import type { EditionInForce } from '../kernel/edition.tsx';
import { EditionPage } from '../kernel/layout/EditionPage.tsx';
import { Choices } from '../kernel/record/Choices.tsx';
import { Empty, Loading, RefusedBy } from '../kernel/states.tsx';
import { Conflicts } from './Conflicts.tsx';
import { Costs } from './Costs.tsx';
import { ConflictPanels, ConflictsFound, type Panel } from './conflict.graphql.ts';
import { Ties } from './Ties.tsx';

/** Interests and conflicts: what members declared, what the organisation graph finds, and what each costs. */
export const ConflictPage = () => (
  <EditionPage resource="conflict" title="room.conflict.title" tabs={false}>
    {(edition) => <Panels key={edition.id} edition={edition} />}
  </EditionPage>
);

/** One panel at a time; which one is kept in the address. */
const Panels = ({ edition }: { readonly edition: EditionInForce }) => {
  const translate = useTranslate();
  const basename = useBasename();
  const [address, setAddress] = useSearchParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['conflict', 'panels', edition.id],
    queryFn: ({ signal }) => run(ConflictPanels, { editionId: edition.id }, signal),
  });
  if (error) return <RefusedBy error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const { items } = data.panels;
  const panel = items.find(({ id }) => id === address.get('panel')) ?? items[0];
  if (!panel)
    return (
      <Card>
        <Empty
          icon={GroupsOutlined}
          title={translate('room.panel.empty')}
          more={translate('room.conflict.noPanelMore')}
        >
          <Button variant="contained" component={Link} to={`${basename}/panel`}>
            {translate('room.conflict.toPanels')}
          </Button>
        </Empty>
      </Card>
    );
  return (
    <>
      {items.length > 1 && (
        <Choices
          label={translate('room.conflict.panel')}
          choices={items.map(({ id, label }) => ({ id, name: label }))}
          value={panel.id}
          onChange={(id) => setAddress({ panel: id }, { replace: true })}
        />
      )}
      <OfPanel key={panel.id} panel={panel} />
    </>
  );
};

const OfPanel = ({ panel }: { readonly panel: Panel }) => {
  const { data, error, refetch } = useQuery({
    queryKey: ['conflict', 'found', panel.id],
    queryFn: ({ signal }) => run(ConflictsFound, { panelId: panel.id }, signal),
  });
  if (error) return <RefusedBy error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <>
      <Conflicts conflicts={data.conflicts} />
      <Ties panel={panel} />
      <Costs panel={panel} verdicts={data.awardVerdicts} />
    </>
  );
};
