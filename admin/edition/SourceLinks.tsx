import { Box, Link } from '@mui/material';

/** Where a fact can be read: an address by the name of its site, anything else as it is written. */
export const SourceLinks = ({ sources }: { readonly sources: readonly string[] }) => (
  <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'flex', flexWrap: 'wrap', columnGap: 3 }}>
    {sources.map((source) => (
      <li key={source}>
        {/^https?:\/\//.test(source) ? (
          <Link href={source} target="_blank" rel="noreferrer" title={source} underline="always">
            {siteOf(source)}
          </Link>
        ) : (
          source
        )}
      </li>
    ))}
  </Box>
);

const siteOf = (address: string): string => {
  try {
    return new URL(address).hostname.replace(/^www\./, '');
  } catch {
    return address;
  }
};
