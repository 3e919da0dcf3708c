import { type RaRecord, useGetList, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Chip } from '../kernel/chips.tsx';
import { useFormat } from '../kernel/format.ts';
import { Section } from '../kernel/record/Section.tsx';
import { Empty, Loading } from '../kernel/states.tsx';

interface Enrolled extends RaRecord<string> {
  readonly edition: { readonly year: number; readonly ordinal: number; readonly phase: string };
  readonly structure: { readonly name: string };
  readonly category: { readonly label: string };
}

/** What a participant comes for: the editions its structure takes part in. */
export const MyEnrolments = () => {
  const translate = useTranslate();
  const format = useFormat();
  const { data, isPending } = useGetList<Enrolled>('enrolment', {
    pagination: { page: 1, perPage: 50 },
    sort: { field: 'edition.year', order: 'DESC' },
  });
  if (isPending) return <Loading />;
  return (
    <Section title={translate('home.myEnrolments')}>
      {data?.length === 0 && (
        <Empty title={translate('room.enrolment.empty')} more={translate('room.enrolment.noneMine')} />
      )}
      <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {data?.map(({ id, edition, structure, category }) => (
          <li key={id} style={{ display: 'flex', flexWrap: 'wrap', gap: 12, padding: '8px 0', alignItems: 'center' }}>
            <Link to={`/${edition.year}/enrolment/${id}/show`}>
              {structure.name} · {edition.year} ({format.ordinal(edition.ordinal)})
            </Link>
            <span>{category.label}</span>
            <Chip of="EditionPhase" value={edition.phase} />
          </li>
        ))}
      </ul>
    </Section>
  );
};
