import { Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { useEdition } from '../kernel/edition.tsx';
import { useFormat } from '../kernel/format.ts';
import { Fact, Facts } from '../kernel/record/Facts.tsx';
import { Section } from '../kernel/record/Section.tsx';
import { Loading, RefusedBy } from '../kernel/states.tsx';
import { VersionFates } from './VersionFates.tsx';
import { type Version, VersionFates as VersionFatesOf } from './version.graphql.ts';

/** Why a version was adopted, by whom, and what became of each measurement: as it was decided, for good. */
export const VersionKept = ({ version }: { readonly version: Version }) => {
  const translate = useTranslate();
  const format = useFormat();
  const edition = useEdition();
  const { data, error, refetch } = useQuery({
    queryKey: ['grid', 'fates', edition?.id],
    queryFn: ({ signal }) => run(VersionFatesOf, { editionId: edition?.id ?? '' }, signal),
  });
  const fates = data?.gridVersions.find(({ id }) => id === version.id)?.fates;
  return (
    <>
      <Section title={translate('room.version.adopted')}>
        <Facts>
          <Fact source="adoptedAt">{version.adoptedAt && format.instant(version.adoptedAt)}</Fact>
          <Fact source="adoptedBy">{version.adoptedByName}</Fact>
          <Fact source="motive" wide>
            {version.motive}
          </Fact>
        </Facts>
      </Section>
      {error && <RefusedBy error={error} retry={() => void refetch()} />}
      {!fates && !error && <Loading />}
      {fates && (
        <Section title={translate('room.version.fates', { number: version.base.number })} flush>
          <VersionFates fates={fates} />
          <Typography sx={{ px: 5, py: 3, fontSize: '0.8125rem', color: 'text.secondary' }}>
            {translate('room.version.untouched')}
          </Typography>
        </Section>
      )}
    </>
  );
};
