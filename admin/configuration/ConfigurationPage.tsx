import { Box, Button, Link, Typography } from '@mui/material';
import { useNotify, useTranslate } from 'react-admin';
import { codeIn, run } from '../kernel/api.ts';
import type { EditionInForce } from '../kernel/edition.tsx';
import { EditionPage } from '../kernel/layout/EditionPage.tsx';
import { Section } from '../kernel/record/Section.tsx';
import { ConfigurationDocument } from './configuration.graphql.ts';
import { Taking } from './Taking.tsx';

/** The whole configuration of the edition in force: kept in a file, taken from another edition or from a file. */
export const ConfigurationPage = () => (
  <EditionPage resource="configuration" title="room.configuration.title" tabs={false}>
    {(edition) => <Page key={edition.id} edition={edition} />}
  </EditionPage>
);

const Page = ({ edition }: { readonly edition: EditionInForce }) => {
  const translate = useTranslate();
  return (
    <Box sx={{ maxWidth: 980 }}>
      <Typography variant="body2" sx={{ mb: 4, maxWidth: '75ch', color: 'text.secondary' }}>
        {translate('room.configuration.about')}
      </Typography>
      <Taking edition={edition} />
      <Keeping edition={edition} />
    </Box>
  );
};

const Keeping = ({ edition }: { readonly edition: EditionInForce }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const keep = async () => {
    try {
      const { configurationDocument } = await run(ConfigurationDocument, { editionId: edition.id });
      download(`configuration-${edition.year}.json`, configurationDocument);
    } catch (error) {
      notify(`refusal.${codeIn(error)}`, { type: 'error' });
    }
  };
  return (
    <Section title={translate('room.configuration.file')}>
      <Typography variant="body2" sx={{ mb: 4, maxWidth: '75ch' }}>
        {translate('room.configuration.fileMore')}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 4, alignItems: 'center' }}>
        <Button variant="outlined" onClick={keep}>
          {translate('room.configuration.download')}
        </Button>
        <Link href="/configuration.schema.json">{translate('room.configuration.schema')}</Link>
      </Box>
    </Section>
  );
};

function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  Object.assign(document.createElement('a'), { href: address, download: name }).click();
  URL.revokeObjectURL(address);
}
