import CampaignOutlined from '@mui/icons-material/CampaignOutlined';
import OpenInNew from '@mui/icons-material/OpenInNew';
import { Alert, AlertTitle, Box, Button } from '@mui/material';
import { useBasename, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { EditionInForce } from '../kernel/edition.tsx';
import { Blockers } from './Blockers.tsx';
import type { Rehearsal } from './publication.graphql.ts';

interface VerdictProps {
  readonly edition: EditionInForce;
  readonly rehearsal: Rehearsal;
  /** The version published just now; null before. */
  readonly done: string | null;
  readonly onPublish: () => void;
}

/** Whether it can be published: just done, already public, blocked, or ready. */
export const Verdict = ({ edition, rehearsal, done, onPublish }: VerdictProps) => {
  const translate = useTranslate();
  const { blockers, version } = rehearsal;
  const unchanged = blockers.find(({ code }) => code === 'UNCHANGED');
  if (done || unchanged)
    return (
      <Alert severity="success" role="status" sx={{ mb: 4 }}>
        <AlertTitle>
          {done
            ? translate('room.publication.done', { version: done })
            : translate('room.publication.unchanged', { version: unchanged?.subject })}
        </AlertTitle>
        {translate(done ? 'room.publication.doneMore' : 'room.publication.unchangedMore')}
        <PublicLinks />
      </Alert>
    );
  if (blockers.length > 0) return <Blockers edition={edition} blockers={blockers} />;
  return (
    <Alert severity="info" icon={<CampaignOutlined />} sx={{ mb: 4, '& .MuiAlert-message': { flex: 1 } }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 4, alignItems: 'center', justifyContent: 'space-between' }}>
        <div>
          <AlertTitle>{translate('room.publication.ready', { version })}</AlertTitle>
          {translate('room.publication.readyMore')}
        </div>
        <Button variant="contained" size="large" onClick={onPublish}>
          {translate('room.publication.publish', { version })}
        </Button>
      </Box>
    </Alert>
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
