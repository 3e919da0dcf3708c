import { Box } from '@mui/material';
import { useBasename, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useFormat } from '../kernel/format.ts';
import { Section } from '../kernel/record/Section.tsx';
import type { Version } from './publication.graphql.ts';

/** What is public already. Nothing is shown before the first version. */
export const Versions = ({ versions }: { readonly versions: readonly Version[] }) => {
  const translate = useTranslate();
  const format = useFormat();
  const basename = useBasename();
  if (versions.length === 0) return null;
  return (
    <Section title={translate('room.publication.versions')}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {versions.map(({ id, name, publishedAt }) => (
          <li key={id}>
            <Link to={`${basename}/dataset/${id}/show`}>
              {translate('room.overview.versionLine', { name, at: format.instant(publishedAt) })}
            </Link>
          </li>
        ))}
      </Box>
    </Section>
  );
};
