import { useBasename, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useFormat } from '../kernel/format.ts';
import type { Outcome } from './edition.graphql.ts';

/** The versions the public may read, the latest first. */
export const VersionsOf = ({ datasets }: { readonly datasets: Outcome['datasets']['items'] }) => {
  const translate = useTranslate();
  const format = useFormat();
  const basename = useBasename();
  if (datasets.length === 0) return translate('room.overview.notPublished');
  return (
    <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {datasets.map(({ id, name, publishedAt }) => (
        <li key={id}>
          <Link to={`${basename}/dataset/${id}/show`}>
            {translate('room.overview.versionLine', { name, at: format.instant(publishedAt) })}
          </Link>
        </li>
      ))}
    </ul>
  );
};
