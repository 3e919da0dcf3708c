import CampaignOutlined from '@mui/icons-material/CampaignOutlined';
import OpenInNew from '@mui/icons-material/OpenInNew';
import { Alert, AlertTitle, Box, Button } from '@mui/material';
import { useState } from 'react';
import { useBasename, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { EditionInForce } from '../kernel/edition.tsx';
import { Blockers } from './Blockers.tsx';
import { Ended } from './Ended.tsx';
import type { Rehearsal, Release } from './publication.graphql.ts';
import { RequestDialog } from './RequestDialog.tsx';

interface VerdictProps {
  readonly edition: EditionInForce;
  readonly rehearsal: Rehearsal;
  /** What became of the last release; null when none was ever asked for. */
  readonly last: Release | null;
  /** The day of the ceremony: when one would publish. */
  readonly ceremonyOn: string | null;
}

/** Whether a release can be asked for: already public, blocked, or ready. */
export const Verdict = ({ edition, rehearsal, last, ceremonyOn }: VerdictProps) => {
  const translate = useTranslate();
  const [asking, setAsking] = useState(false);
  const { blockers, version, corrects } = rehearsal;
  const unchanged = blockers.find(({ code }) => code === 'UNCHANGED');
  if (unchanged)
    return (
      <Alert severity="success" role="status" sx={{ mb: 4 }}>
        <AlertTitle>{translate('room.publication.unchanged', { version: unchanged.subject })}</AlertTitle>
        {translate('room.publication.unchangedMore')}
        <PublicLinks />
      </Alert>
    );
  return (
    <>
      {last && <Ended release={last} />}
      {blockers.length > 0 ? (
        <Blockers edition={edition} blockers={blockers} />
      ) : (
        <Alert severity="info" icon={<CampaignOutlined />} sx={{ mb: 4, '& .MuiAlert-message': { flex: 1 } }}>
          <Box
            sx={{ display: 'flex', flexWrap: 'wrap', gap: 4, alignItems: 'center', justifyContent: 'space-between' }}
          >
            <div>
              <AlertTitle>
                {corrects
                  ? translate('room.publication.readyToCorrect', { version, corrects })
                  : translate('room.publication.ready', { version })}
              </AlertTitle>
              {translate('room.publication.readyMore')}
            </div>
            <Button variant="contained" size="large" onClick={() => setAsking(true)}>
              {translate('room.publication.request', { version })}
            </Button>
          </Box>
        </Alert>
      )}
      {asking && (
        <RequestDialog
          edition={edition}
          rehearsal={rehearsal}
          ceremonyOn={ceremonyOn}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
};

const PublicLinks = () => {
  const translate = useTranslate();
  const basename = useBasename();
  return (
    <Box sx={{ mt: 2, display: 'flex', flexWrap: 'wrap', gap: 2 }}>
      <Button variant="outlined" href="/graphql" target="_blank" rel="noreferrer" endIcon={<OpenInNew />}>
        {translate('room.publication.toApi')}
      </Button>
      <Button component={Link} to={`${basename}/dataset`}>
        {translate('room.publication.toVersions')}
      </Button>
    </Box>
  );
};
