import { Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import type { EditionInForce } from '../kernel/edition.tsx';
import { EditionPage } from '../kernel/layout/EditionPage.tsx';
import { Choices } from '../kernel/record/Choices.tsx';
import { Loading, RefusedBy } from '../kernel/states.tsx';
import { BriefingForm } from './BriefingForm.tsx';
import { BriefingToday, type Said } from './briefing.graphql.ts';
import { Preview } from './Preview.tsx';
import { Results } from './Results.tsx';

/** What auditors of the edition read and are asked before their first test, and what they answered. */
export const BriefingPage = () => (
  <EditionPage resource="briefing" title="room.briefing.title" tabs={false}>
    {(edition) => <Briefing key={edition.id} edition={edition} />}
  </EditionPage>
);

const VIEWS = ['edit', 'preview', 'results'] as const;

const Briefing = ({ edition }: { readonly edition: EditionInForce }) => {
  const translate = useTranslate();
  const [view, setView] = useState<(typeof VIEWS)[number]>('edit');
  const [typed, setTyped] = useState<Said | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: ['briefing', edition.id],
    queryFn: ({ signal }) => run(BriefingToday, { editionId: edition.id }, signal),
  });
  if (error) return <RefusedBy error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const briefing = data.editionBriefing;
  const said = typed ?? briefing ?? { text: '', questions: [], passMark: 0 };
  return (
    <>
      <Typography sx={{ maxWidth: 720, mb: 4 }}>{translate('room.briefing.more')}</Typography>
      <Choices
        label={translate('room.briefing.one')}
        choices={VIEWS.map((id) => ({ id, name: translate(`room.briefing.${id}`) }))}
        value={view}
        onChange={setView}
      />
      {view === 'edit' && (
        <BriefingForm
          edition={edition}
          version={briefing?.version ?? 0}
          said={said}
          changed={typed !== null}
          onSay={setTyped}
          onSaved={() => setTyped(null)}
        />
      )}
      {view === 'preview' && <Preview said={said} />}
      {view === 'results' && <Results today={data} />}
    </>
  );
};
