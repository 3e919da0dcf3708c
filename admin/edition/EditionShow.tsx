import { Button } from '@mui/material';
import { useEffect } from 'react';
import { ShowBase, Title, useBasename, usePermissions, useRecordContext, useTranslate } from 'react-admin';
import { Link, useNavigate, useParams } from 'react-router-dom';
import { isStaff, type Role } from '../kernel/access.ts';
import { Chip } from '../kernel/chips.tsx';
import { useFormat } from '../kernel/format.ts';
import { EditionTabs } from '../kernel/layout/EditionTabs.tsx';
import { PageActions } from '../kernel/layout/PageHead.tsx';
import { EditLink } from '../kernel/record/EditLink.tsx';
import { Missing, TitleLine, WithHistory } from '../kernel/record/RecordPage.tsx';
import { Loading } from '../kernel/states.tsx';
import { Calendar } from './Calendar.tsx';
import type { EditionSheet } from './edition.graphql.ts';
import { Figures } from './Figures.tsx';
import { OutcomeOf } from './OutcomeOf.tsx';
import { PhaseLog } from './PhaseLog.tsx';
import { PhaseSection } from './PhaseSection.tsx';

/** The heart of the product: where an edition stands, what comes next, and what came out of it. */
export const EditionShow = () => (
  <ShowBase loading={<Loading />} error={<Missing />} queryOptions={{ staleTime: 0 }}>
    <Page />
  </ShowBase>
);

const Page = () => {
  const translate = useTranslate();
  const format = useFormat();
  const edition = useRecordContext<EditionSheet>();
  const { permissions: role } = usePermissions<Role>();
  useOwnYear(edition);
  // A record that a list has read is shown at once, without what only this page asks for.
  if (!edition?.phases) return <Loading />;
  const name = translate('room.overview.title', { ordinal: format.ordinal(edition.ordinal), year: edition.year });
  return (
    <>
      <Title
        preferenceKey={false}
        title={
          <TitleLine>
            {name} <Chip of="EditionPhase" value={edition.phase} />
          </TitleLine>
        }
      />
      <PageActions>
        <AllEditions />
        {!edition.publishedAt && <EditLink />}
      </PageActions>
      <EditionTabs />
      <PhaseSection edition={edition} />
      <WithHistory noun={isStaff(role) ? 'edition' : undefined}>
        <Calendar edition={edition} staff={isStaff(role)} />
        {isStaff(role) && <PhaseLog edition={edition} />}
        {isStaff(role) && <OutcomeOf edition={edition} />}
        <Figures figures={edition.figures} />
      </WithHistory>
    </>
  );
};

const AllEditions = () => {
  const translate = useTranslate();
  const basename = useBasename();
  return (
    <Button color="inherit" component={Link} to={`${basename}/edition`}>
      {translate('room.overview.toList')}
    </Button>
  );
};

/** The address of an edition begins with its year: opened from a list within another one, it moves to its own. */
function useOwnYear(edition: EditionSheet | undefined): void {
  const navigate = useNavigate();
  const { year } = useParams();
  useEffect(() => {
    if (edition && year && String(edition.year) !== year)
      navigate(`/${edition.year}/edition/${edition.id}/show`, { replace: true });
  }, [edition, year, navigate]);
}
